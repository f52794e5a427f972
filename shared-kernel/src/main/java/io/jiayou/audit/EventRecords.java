package io.jiayou.audit;

import java.util.List;

/** All events as they were recorded, in their global order, whichever store holds them. */
public interface EventRecords {

    /** How many events there are: the position that the next one gets. */
    long size();

    /**
     * The events from a position on.
     *
     * @param position of the first one, from 0
     * @param atMost how many
     * @return in their order; fewer than {@code atMost} only at the end
     */
    List<EventRecord> from(long position, int atMost);

    /**
     * The canonical lines of the same events, for those who need no more.
     *
     * @param position of the first one, from 0
     * @param atMost how many
     */
    default List<byte[]> lines(long position, int atMost) {
        return from(position, atMost).stream().map(EventRecord::canonical).toList();
    }
}
