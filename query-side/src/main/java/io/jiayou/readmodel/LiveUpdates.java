package io.jiayou.readmodel;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Watches single documents while they change. */
public interface LiveUpdates {

    /**
     * Tells of a document: first as it is, if there is one, then of each later state. A slow consumer misses states in
     * between, never the last one. It is called from one thread at a time, until the subscription is closed or the
     * consumer throws.
     *
     * @param id of the document, which need not exist yet
     * @param stopped is told the position of the event that the document can't take, once per stop; the document as it was
     *     before stays what it is
     * @param atEnd is told once that the subscription has ended: closed, failed, or the application shuts down
     */
    <V extends View> Subscription subscribe(
            ReadModel<V> model, String id, Consumer<? super V> consumer, LongConsumer stopped, Runnable atEnd);

    /** Ends when it's closed; closing again does nothing. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
