package io.jiayou.trials.backup;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import java.util.List;

/** A history of which more and more is seen, as if its events came one after the other. */
final class Revealed implements EventRecords {

    private final EventRecords all;
    private volatile long size;

    Revealed(EventRecords all) {
        this.all = all;
    }

    void upTo(long more) {
        size = more;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<EventRecord> from(long position, int atMost) {
        return all.from(position, (int) Math.clamp(size - position, 0, atMost));
    }
}
