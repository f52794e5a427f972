package io.jiayou.trials.backup;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import java.util.List;

/** The beginning of a history. */
record FirstEvents(EventRecords all, long size) implements EventRecords {

    @Override
    public List<EventRecord> from(long position, int atMost) {
        return all.from(position, (int) Math.clamp(size - position, 0, atMost));
    }
}
