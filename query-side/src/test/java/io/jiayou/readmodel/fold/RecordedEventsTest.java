package io.jiayou.readmodel.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jiayou.readmodel.RecordedEvent;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

class RecordedEventsTest {

    private static final GenericDomainEventMessage<String> OF_AN_ORDER = new GenericDomainEventMessage<>(
            "Order", "o1", 3, "paid", MetaData.from(Map.of("actor", "d1", "attempt", 2)));

    @Test
    void areWhatTheStoreSaysOfThem() {
        RecordedEvent event = RecordedEvents.of(
                new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(17), OF_AN_ORDER));

        assertThat(event.position()).isEqualTo(17);
        assertThat(event.eventId()).isEqualTo(OF_AN_ORDER.getIdentifier());
        assertThat(event.aggregateId()).isEqualTo("o1");
        assertThat(event.sequence()).isEqualTo(3);
        assertThat(event.recordedAt()).isEqualTo(OF_AN_ORDER.getTimestamp().truncatedTo(ChronoUnit.MILLIS));
        assertThat(event.payload()).isEqualTo("paid");
        assertThat(event.metadata()).isEqualTo(Map.of("actor", "d1", "attempt", "2"));
    }

    @Test
    void ofNoAggregateAreTheFirstOfTheirOwn() {
        GenericEventMessage<String> message = new GenericEventMessage<>("rained");

        RecordedEvent event = RecordedEvents.of(message, 5);

        assertThat(event.position()).isEqualTo(5);
        assertThat(event.aggregateId()).isEqualTo(message.getIdentifier());
        assertThat(event.sequence()).isZero();
    }

    @Test
    void haveAPositionThatSomebodyHasToTell() {
        assertThat(RecordedEvents.toldPositionOf(OF_AN_ORDER)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> RecordedEvents.of(OF_AN_ORDER));
    }
}
