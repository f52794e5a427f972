package io.jiayou.embedded.events;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Stored events in order, fetched a batch at a time when they are asked for; ends at the first empty batch. Between
 * batches it holds nothing open, so it needs no closing.
 */
final class Batches implements Iterator<EventAt> {

    private final LongFunction<List<EventAt>> fetch;
    private final ToLongFunction<EventAt> behind;
    private Iterator<EventAt> batch = List.<EventAt>of().iterator();
    private long position;
    private boolean ended;

    /**
     * @param from the first position
     * @param fetch the events from a position on, empty at the end
     * @param behind the position behind an event
     */
    Batches(long from, LongFunction<List<EventAt>> fetch, ToLongFunction<EventAt> behind) {
        this.position = from;
        this.fetch = fetch;
        this.behind = behind;
    }

    /** The position behind the event that was given last. */
    long position() {
        return position;
    }

    @Override
    public boolean hasNext() {
        if (!batch.hasNext() && !ended) {
            batch = fetch.apply(position).iterator();
            ended = !batch.hasNext();
        }
        return batch.hasNext();
    }

    @Override
    public EventAt next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        EventAt event = batch.next();
        position = behind.applyAsLong(event);
        return event;
    }

    Stream<EventAt> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
