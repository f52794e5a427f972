package io.jiayou.readmodel.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.readmodel.testing.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HorizonTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Stores stores = new Stores();
    private final List<Instant> recorded = new ArrayList<>();
    private final Horizon horizon = new Horizon(stores.history());

    @AfterEach
    void close() {
        stores.close();
    }

    private void record(List<Instant> times) {
        List<EventMessage<?>> messages = new ArrayList<>();
        for (Instant time : times) {
            VehicleAdded payload = new VehicleAdded("driver", "沪A12345", START);
            messages.add(new GenericDomainEventMessage<>(
                    "Driver", "driver", recorded.size(), new GenericMessage<>(payload), () -> time));
            recorded.add(time);
        }
        stores.events().publish(messages);
    }

    /** The definition, word by word. */
    private long expected(Instant moment) {
        int length = 0;
        while (length < recorded.size() && !recorded.get(length).isAfter(moment)) {
            length++;
        }
        return length - 1;
    }

    @Test
    void hasNothingBeforeTheFirstEvent() throws InterruptedException {
        assertThat(horizon.lastUpTo(START)).isEqualTo(-1);
        record(List.of(START));

        assertThat(horizon.lastUpTo(START.minusMillis(1))).isEqualTo(-1);
        assertThat(horizon.lastUpTo(START)).isZero();
        assertThat(horizon.timeOf(-1)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void endsBeforeTheFirstEventThatWasRecordedLater() throws InterruptedException {
        record(List.of(START, START.plusMillis(5), START.plusMillis(3), START.plusMillis(9)));

        assertThat(horizon.lastUpTo(START.plusMillis(4))).isZero();
        assertThat(horizon.lastUpTo(START.plusMillis(5))).isEqualTo(2);
        assertThat(horizon.timeOf(2)).isEqualTo(START.plusMillis(5));
        assertThat(horizon.timeOf(3)).isEqualTo(START.plusMillis(9));
    }

    @Test
    void isExactInALongHistoryWithTimesOutOfOrderThatGoesOn() throws InterruptedException {
        Random random = new Random(4);
        for (int round = 0; round < 3; round++) {
            List<Instant> times = new ArrayList<>();
            for (int n = 0; n < 2_345; n++) {
                times.add(START.plusMillis(recorded.size() + times.size() + random.nextInt(50)));
            }
            record(times);
            for (int n = 0; n < 100; n++) {
                Instant moment = START.plusMillis(random.nextInt(recorded.size() + 60));
                assertThat(horizon.lastUpTo(moment)).as("%s", moment).isEqualTo(expected(moment));
                int position = random.nextInt(recorded.size());
                assertThat(horizon.timeOf(position))
                        .isEqualTo(recorded.subList(0, position + 1).stream()
                                .max(Instant::compareTo)
                                .orElseThrow());
            }
        }
    }
}
