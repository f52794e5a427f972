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
 * Stored events in order, fetched a batch at a time when they are asked for. Between batches it holds nothing open, so it
 * needs no closing.
 */
final class Batches implements Iterator<EventAt> {

    private final LongFunction<List<EventAt>> fetch;
    private final ToLongFunction<EventAt> behind;
    private final int full;
    private Iterator<EventAt> batch = List.<EventAt>of().iterator();
    private long position;
    private boolean ended;

    /**
     * @param from the first position
     * @param fetch the events from a position on
     * @param behind the position behind an event
     * @param full how many events a batch has if others may follow; fewer are the last
     */
    Batches(long from, LongFunction<List<EventAt>> fetch, ToLongFunction<EventAt> behind, int full) {
        this.position = from;
        this.fetch = fetch;
        this.behind = behind;
        this.full = full;
    }

    /** The position behind the event that was given last. */
    long position() {
        return position;
    }

    @Override
    public boolean hasNext() {
        if (!batch.hasNext() && !ended) {
            List<EventAt> events = fetch.apply(position);
            ended = events.size() < full;
            batch = events.iterator();
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
