package io.jiayou.embedded.events;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** One event of the tail. Its messages are made by the first stream that asks, and then shared. */
final class TailEvent {

    private final long index;
    private final StoredEvent event;
    private final @Nullable Object payload;
    private final int bytes;
    private final Messages messages;
    private volatile @Nullable List<TrackedEventMessage<?>> made;

    TailEvent(long index, StoredEvent event, @Nullable Object payload, int bytes, Messages messages) {
        this.index = index;
        this.event = event;
        this.payload = payload;
        this.bytes = bytes;
        this.messages = messages;
    }

    long index() {
        return index;
    }

    int bytes() {
        return bytes;
    }

    /** Usually one; none or several where an upcaster drops or splits it. */
    List<TrackedEventMessage<?>> messages() {
        List<TrackedEventMessage<?>> known = made;
        if (known == null) {
            known = messages.ofAppended(index, event, payload);
            made = known;
        }
        return known;
    }
}
