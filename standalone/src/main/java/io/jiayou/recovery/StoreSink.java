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
 * @param watcher gets every event of the archive
 */
public record StoreSink(EventRecordStore store, Consumer<List<String>> toErase, Consumer<EventRecord> watcher)
        implements Sink {

    @Override
    public void erasures(List<String> entries) {
        toErase.accept(entries);
    }

    @Override
    public void seen(EventRecord event) {
        watcher.accept(event);
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
    public List<byte[]> lines(long position, int atMost) {
        return store.lines(position, atMost);
    }

    @Override
    public void append(long position, List<EventRecord> events) {
        store.append(position, events);
    }
}
