package io.jiayou.archive.restore;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import java.util.List;

/** Where events are restored to. What it gives back is compared with the archive. */
public interface Sink extends EventRecords {

    /**
     * What has to stay erased, whatever is restored; called once, before the first event.
     *
     * @param entries opaque, as they were given to the newest set
     */
    void erasures(List<String> entries);

    /**
     * Stores events as they are: ids, times, metadata and payloads stay the same.
     *
     * @param position of the first one: {@link #size()}
     * @param records in their order
     */
    void append(long position, List<EventRecord> records);
}
