package io.jiayou.identity.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Kind;
import io.jiayou.access.Owner;
import io.jiayou.driver.SomeDriver;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.order.OrderAggregates;
import io.jiayou.order.SomeOrder;
import io.jiayou.station.SomeStation;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventOwnersTest {

    private static final Owner OF_THE_ORDER = Owner.driver(SomeDriver.ID).and(Owner.station(SomeStation.ID));

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final EventOwners owners = new EventOwners(OrderAggregates.orderLookup(events), events);

    @Test
    void aDriverAndAStationAreTheirOwn() {
        assertThat(owners.of(Kind.DRIVER, "d1")).isEqualTo(Owner.driver("d1"));
        assertThat(owners.of(Kind.STATION, "s1")).isEqualTo(Owner.station("s1"));
    }

    @Test
    void anOrderIsItsDriversAndItsStations() {
        record("Order", SomeOrder.ID, SomeOrder.placed());

        assertThat(owners.of(Kind.ORDER, SomeOrder.ID)).isEqualTo(OF_THE_ORDER);
    }

    @Test
    void whatNobodyKnowsIsNobodys() {
        assertThat(owners.of(Kind.ORDER, "unknown")).isEqualTo(Owner.NOBODY);
        assertThat(owners.of(Kind.FEEDBACK, "unknown")).isEqualTo(Owner.NOBODY);
    }

    @Test
    void feedbackIsItsDriversAndThoseOfItsOrder() {
        record("Order", SomeOrder.ID, SomeOrder.placed());
        record("Feedback", "both", filed("both", "d9", SomeOrder.ID));
        record("Feedback", "order", filed("order", null, SomeOrder.ID));
        record("Feedback", "driver", filed("driver", "d9", null));
        record("Feedback", "neither", filed("neither", null, null));

        assertThat(owners.of(Kind.FEEDBACK, "both"))
                .isEqualTo(Owner.driver("d9").and(OF_THE_ORDER));
        assertThat(owners.of(Kind.FEEDBACK, "order")).isEqualTo(OF_THE_ORDER);
        assertThat(owners.of(Kind.FEEDBACK, "driver")).isEqualTo(Owner.driver("d9"));
        assertThat(owners.of(Kind.FEEDBACK, "neither")).isEqualTo(Owner.NOBODY);
    }

    @Test
    void feedbackThatWasNeverFiledIsNobodys() {
        record("Feedback", "odd", new FeedbackAnswered("odd", "d1", "您好", null, SomeOrder.AT));

        assertThat(owners.of(Kind.FEEDBACK, "odd")).isEqualTo(Owner.NOBODY);
    }

    private void record(String type, String id, Object event) {
        events.publish(new GenericDomainEventMessage<>(type, id, 0, event));
    }

    private static FeedbackFiled filed(String id, @Nullable String driver, @Nullable String order) {
        return new FeedbackFiled(
                id,
                driver,
                order,
                FeedbackCategory.SUGGESTION,
                "希望有洗车服务",
                null,
                FeedbackChannel.EMAIL,
                null,
                FeedbackPriority.ORDINARY,
                SomeOrder.AT);
    }
}
