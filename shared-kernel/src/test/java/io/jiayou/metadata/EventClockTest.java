package io.jiayou.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventClockTest {

    private final Clock before = GenericEventMessage.clock;

    @AfterEach
    void restore() {
        GenericEventMessage.clock = before;
    }

    @Test
    void datesEventsInWholeMilliseconds() {
        EventClock.useMilliseconds();

        for (int i = 0; i < 1_000; i++) {
            Instant timestamp = GenericEventMessage.asEventMessage("payload").getTimestamp();
            assertThat(timestamp).isEqualTo(timestamp.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @Test
    void tellsTheRealTime() {
        EventClock.useMilliseconds();

        assertThat(Duration.between(GenericEventMessage.clock.instant(), Instant.now()))
                .isLessThan(Duration.ofSeconds(10))
                .isGreaterThanOrEqualTo(Duration.ZERO);
    }
}
