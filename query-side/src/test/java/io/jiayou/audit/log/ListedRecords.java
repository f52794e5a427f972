package io.jiayou.audit.log;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A store's events, to be changed as nobody may. */
public final class ListedRecords implements EventRecords {

    private final List<EventRecord> events = new ArrayList<>();
    private int unreadable = -1;

    public ListedRecords(int size) {
        grow(size);
    }

    public void grow(int by) {
        for (int n = 0; n < by; n++) {
            events.add(event("o" + events.size(), "{\"orderId\":\"o" + events.size() + "\"}"));
        }
    }

    public static EventRecord event(String aggregate, String payload) {
        return new EventRecord(
                "e-" + aggregate,
                Instant.parse("2026-03-01T08:00:00Z"),
                "Order",
                aggregate,
                0,
                "order.placed",
                "1",
                new TreeMap<>(Map.of("actor", "d1")),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    void replace(int at, EventRecord event) {
        events.set(at, event);
    }

    void cut(int size) {
        events.subList(size, events.size()).clear();
    }

    public void damage(int at) {
        unreadable = at;
    }

    @Override
    public long size() {
        return events.size();
    }

    @Override
    public List<EventRecord> from(long position, int atMost) {
        if (unreadable >= position && unreadable < position + atMost) {
            throw new IllegalStateException("unreadable");
        }
        return List.copyOf(events.subList((int) Math.min(position, size()), (int) Math.min(position + atMost, size())));
    }
}
