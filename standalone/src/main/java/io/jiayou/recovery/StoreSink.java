package io.jiayou.recovery;

import io.jiayou.archive.restore.Sink;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecordStore;
import java.util.List;
import java.util.function.Consumer;

/**
 * An event store into which an archive is restored.
 *
 * @param toErase gets what has to stay erased
 */
public record StoreSink(EventRecordStore store, Consumer<List<String>> toErase) implements Sink {

    @Override
    public void erasures(List<String> entries) {
        toErase.accept(entries);
    }

    @Override
    public long size() {
        return store.size();
    }

    @Override
    public List<EventRecord> from(long position, int atMost) {
        return store.from(position, atMost);
    }

    @Override
    public void append(long position, List<EventRecord> events) {
        store.append(position, events);
    }
}
