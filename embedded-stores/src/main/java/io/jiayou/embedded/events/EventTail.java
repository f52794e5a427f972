package io.jiayou.embedded.events;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The newest events in memory, at their global indexes, bounded in number and bytes. Only the writer adds, in index
 * order and after the sync; any number of streams read without a lock and share what they read.
 */
final class EventTail {

    private final AtomicReferenceArray<@Nullable TailEvent> ring;
    private final int mask;
    private final long mostBytes;
    private final Messages messages;
    private final Set<Listener> listeners = new CopyOnWriteArraySet<>();
    private volatile long head;
    private volatile boolean closed;
    private long oldest;
    private long bytes;

    /** What wants to know that the head has moved; called by the writer, so it must be quick. */
    interface Listener {
        void announce();
    }

    /**
     * @param size most events kept, a power of two
     * @param mostBytes most bytes of stored records kept
     */
    EventTail(int size, long mostBytes, Messages messages) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("The size of the tail must be a power of two: " + size);
        }
        this.ring = new AtomicReferenceArray<>(size);
        this.mask = size - 1;
        this.mostBytes = mostBytes;
        this.messages = messages;
    }

    /** The index that the next event gets: all before it are durable. */
    long head() {
        return head;
    }

    /** The event at that index, or null if it isn't here: not yet, or no longer. */
    @Nullable
    TailEvent at(long index) {
        TailEvent event = ring.get((int) index & mask);
        return event != null && event.index() == index ? event : null;
    }

    /** Continues at an index without the events before it. */
    void startAt(long index) {
        while (oldest < head) {
            dropOldest();
        }
        oldest = index;
        head = index;
        announce();
    }

    /** Adds what was synced as one batch, and tells the listeners. */
    void publish(long firstIndex, List<Append> appends) {
        long index = firstIndex;
        for (Append append : appends) {
            for (Append.Entry entry : append.entries) {
                add(new TailEvent(index++, entry.event(), entry.payload(), entry.record().length, messages));
            }
        }
        head = index;
        announce();
    }

    private void add(TailEvent event) {
        while (event.index() - oldest > mask || bytes > mostBytes - event.bytes() && oldest < event.index()) {
            dropOldest();
        }
        bytes += event.bytes();
        ring.set((int) event.index() & mask, event);
    }

    private void dropOldest() {
        TailEvent gone = ring.getAndSet((int) oldest & mask, null);
        bytes -= gone == null ? 0 : gone.bytes();
        oldest++;
    }

    boolean closed() {
        return closed;
    }

    /** Nothing more will come; whoever waits is woken to see it. */
    void close() {
        closed = true;
        announce();
    }

    private void announce() {
        listeners.forEach(Listener::announce);
    }

    void join(Listener listener) {
        listeners.add(listener);
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }
}
