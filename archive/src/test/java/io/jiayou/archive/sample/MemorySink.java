package io.jiayou.archive.sample;

import io.jiayou.archive.restore.Sink;
import io.jiayou.audit.EventRecord;
import java.util.ArrayList;
import java.util.List;

/** Takes what is restored, and can break down on the way. */
public final class MemorySink implements Sink {

    public final List<EventRecord> events = new ArrayList<>();
    public final List<String> erasures = new ArrayList<>();
    private long breaksAt = Long.MAX_VALUE;

    /** Takes no event from this position on, once. */
    public MemorySink breaksAt(long position) {
        breaksAt = position;
        return this;
    }

    @Override
    public void erasures(List<String> entries) {
        erasures.clear();
        erasures.addAll(entries);
    }

    @Override
    public void append(long position, List<EventRecord> records) {
        if (position != events.size()) {
            throw new IllegalArgumentException("not the next position");
        }
        for (EventRecord record : records) {
            if (events.size() == breaksAt) {
                breaksAt = Long.MAX_VALUE;
                throw new IllegalStateException("the sink breaks down");
            }
            events.add(record);
        }
    }

    @Override
    public long size() {
        return events.size();
    }

    @Override
    public List<EventRecord> from(long position, int atMost) {
        return List.copyOf(events.subList((int) position, (int) Math.min(events.size(), position + atMost)));
    }
}
