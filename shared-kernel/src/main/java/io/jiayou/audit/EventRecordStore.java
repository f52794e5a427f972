package io.jiayou.audit;

import java.util.List;

/**
 * A store that takes in events as they were recorded elsewhere: identifiers, times, metadata and payloads come out of it
 * as they went in, so that it has the same leaves and the same root.
 */
public interface EventRecordStore extends EventRecords {

    /**
     * Appends events behind those that are there; they are durable, as the store understands it, on return.
     *
     * @param position that the first one has to get
     * @throws IllegalStateException if another number of events is there; nothing is written then
     * @throws IllegalArgumentException if the store couldn't give an event back as it is
     */
    void append(long position, List<EventRecord> events);
}
