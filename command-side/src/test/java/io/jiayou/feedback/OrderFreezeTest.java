package io.jiayou.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.HistoryDigest;
import io.jiayou.command.StoredRecords;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.JudgedOn;
import io.jiayou.order.SomeOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderFreezeTest {

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final StoredRecords records = StoredRecords.in(events);
    private final OrderFreeze freeze = new OrderFreeze(records);
    private long sequence;

    private void record(Object event) {
        events.publish(new GenericDomainEventMessage<>("Order", SomeOrder.ID, sequence++, event));
    }

    private static Feedback about(@Nullable String orderId) {
        return Feedback.NONE.evolve(new FeedbackFiled(
                SomeFeedback.ID,
                null,
                orderId,
                FeedbackCategory.REFUND,
                "请退款",
                null,
                FeedbackChannel.PHONE,
                null,
                FeedbackPriority.COMPLAINT,
                SomeFeedback.AT));
    }

    @Test
    void keepsWhatThereIsOfTheOrder() {
        record(SomeOrder.placed());
        record(SomeOrder.paid());

        JudgedOn judgedOn = freeze.judgedOn(about(SomeOrder.ID));

        List<EventRecord> recorded = records.of(SomeOrder.ID);
        assertThat(judgedOn).isEqualTo(new JudgedOn(SomeOrder.ID, 2, HistoryDigest.of(recorded)));
        assertThat(recorded).extracting(EventRecord::type).containsExactly("order.placed", "order.payment-confirmed");
        assertThat(new String(recorded.getFirst().canonical(), StandardCharsets.UTF_8))
                .startsWith("{\"v\":1,\"id\":")
                .contains("\"payload\":{\"orderId\":\"" + SomeOrder.ID);
    }

    @Test
    void laterEventsChangeNothingOfWhatWasKept() {
        record(SomeOrder.placed());
        record(SomeOrder.paid());
        JudgedOn before = freeze.judgedOn(about(SomeOrder.ID));
        record(SomeOrder.dispensed(25_340, "199.93"));

        JudgedOn after = freeze.judgedOn(about(SomeOrder.ID));

        assertThat(after).isNotEqualTo(before);
        assertThat(HistoryDigest.of(records.of(SomeOrder.ID).subList(0, 2)))
                .isEqualTo(Objects.requireNonNull(before).digest());
    }

    @Test
    void feedbackAboutNoOrderIsJudgedOnNone() {
        assertThat(freeze.judgedOn(about(null))).isNull();
    }
}
