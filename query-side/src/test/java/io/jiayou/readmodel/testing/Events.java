package io.jiayou.readmodel.testing;

import io.jiayou.readmodel.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Recorded events without a store. */
public final class Events {

    private Events() {}

    /** Events of random drivers at the positions from 0 on; the same seed makes the same events. */
    public static List<RecordedEvent> random(int count, int drivers, long seed) {
        Random random = new Random(seed);
        List<RecordedEvent> events = new ArrayList<>();
        for (int position = 0; position < count; position++) {
            String driver = "driver-" + random.nextInt(drivers);
            events.add(at(position, driver, Stores.randomEvent(driver, random)));
        }
        return events;
    }

    public static RecordedEvent at(long position, String aggregateId, Object payload) {
        Instant recordedAt = Instant.ofEpochMilli(1_700_000_000_000L + position * 7);
        return new RecordedEvent(position, "event-" + position, aggregateId, 0, recordedAt, payload, Map.of());
    }
}
