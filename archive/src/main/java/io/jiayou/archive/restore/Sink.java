package io.jiayou.archive.restore;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecordStore;
import java.util.List;

/** Where events are restored to. What it gives back is compared with the archive. */
public interface Sink extends EventRecordStore {

    /**
     * What has to stay erased, whatever is restored; called once, before the first event.
     *
     * @param entries opaque, as they were given to the newest set
     */
    void erasures(List<String> entries);

    /** An event of the archive, verified; called for all of them, also for those behind the end of what is restored. */
    default void seen(EventRecord event) {}
}
