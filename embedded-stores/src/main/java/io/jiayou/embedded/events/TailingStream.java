package io.jiayou.embedded.events;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events from any position on, without end. It asks for one index after the other: from the {@link EventTail} where the
 * event is there, from the {@link EventLog} in batches where it no longer is. So it can neither skip nor repeat one.
 * For one consumer, but safe from any thread: Axon's coordinator lets its successor go on and then still asks whether
 * there is more.
 */
final class TailingStream implements TrackingEventStream, EventTail.Listener {

    private static final Logger log = LoggerFactory.getLogger(TailingStream.class);

    private final EventTail tail;
    private final EventLog history;
    private final Messages messages;
    private long position;
    private @Nullable Batches catchingUp;
    private Iterator<TrackedEventMessage<?>> ready = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> peeked;
    private @Nullable RuntimeException failure;
    private volatile @Nullable Thread waiter;
    private volatile @Nullable Runnable callback;
    private volatile boolean closed;

    TailingStream(long position, EventTail tail, EventLog history, Messages messages) {
        this.position = position;
        this.tail = tail;
        this.history = history;
        this.messages = messages;
        tail.join(this);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(available());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return available() != null || timeout > 0 && await(System.nanoTime() + unit.toNanos(timeout));
    }

    /** @throws EventStoreException if the stream is closed while waiting */
    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            TrackedEventMessage<?> next = take();
            if (next != null) {
                return next;
            }
            if (closed) {
                throw new EventStoreException("The event stream is closed");
            }
            hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS);
        }
    }

    /** The callback comes from the writer's thread as soon as events are durable: it must only wake somebody. */
    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        if (available() != null) {
            announce();
        }
        return true;
    }

    @Override
    public void announce() {
        LockSupport.unpark(waiter);
        Runnable wake = callback;
        if (wake != null) {
            try {
                wake.run();
            } catch (RuntimeException | Error refused) {
                log.debug("A consumer could not be told of new events", refused);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        tail.leave(this);
        LockSupport.unpark(waiter);
    }

    private boolean await(long deadline) throws InterruptedException {
        waiter = Thread.currentThread();
        try {
            while (available() == null && !closed) {
                long nanos = deadline - System.nanoTime();
                if (nanos <= 0) {
                    return false;
                }
                LockSupport.parkNanos(this, nanos);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return !closed;
        } finally {
            waiter = null;
        }
    }

    private synchronized @Nullable TrackedEventMessage<?> take() {
        TrackedEventMessage<?> next = available();
        peeked = null;
        return next;
    }

    /** An event that can't be read ends the stream for good: reading on would skip it. */
    private synchronized @Nullable TrackedEventMessage<?> available() {
        if (failure != null) {
            throw failure;
        }
        try {
            while (peeked == null && !closed && (ready.hasNext() || advance())) {
                peeked = ready.hasNext() ? ready.next() : null;
            }
            return peeked;
        } catch (RuntimeException unreadable) {
            failure = unreadable;
            throw unreadable;
        }
    }

    /** Moves to the next index, whose messages may be none; false at the head. */
    private boolean advance() {
        if (catchingUp != null) {
            position = catchingUp.position();
            catchingUp = null;
        }
        TailEvent event = tail.at(position);
        if (event != null) {
            position++;
            ready = event.messages().iterator();
            return true;
        }
        if (position >= tail.head()) {
            if (tail.closed()) {
                throw DatabaseGuard.closedException();
            }
            return false;
        }
        catchingUp = history.from(position);
        ready = messages.ofStored(catchingUp.stream()).iterator();
        return true;
    }
}
