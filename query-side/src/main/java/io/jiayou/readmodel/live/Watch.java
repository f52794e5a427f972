package io.jiayou.readmodel.live;

import io.jiayou.readmodel.LiveUpdates.Subscription;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.Views;
import io.jiayou.readmodel.projection.Positions;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription: waits on a thread of its own until a document shows an event, then reads it and passes it on. */
final class Watch<V extends View> implements Subscription, Runnable {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ReadModel<V> model;
    private final String id;
    private final Views<V> views;
    private final Positions positions;
    private final Consumer<? super V> consumer;
    private final LongConsumer stopped;
    private final Consumer<Watch<?>> onClose;
    private long wanted = -1;
    private boolean closed;
    private boolean anew;
    private long toldStop = -1;
    private @Nullable V last;

    Watch(
            ReadModel<V> model,
            String id,
            Views<V> views,
            Positions positions,
            Consumer<? super V> consumer,
            LongConsumer stopped,
            Consumer<Watch<?>> onClose) {
        this.model = model;
        this.id = id;
        this.views = views;
        this.positions = positions;
        this.consumer = consumer;
        this.stopped = stopped;
        this.onClose = onClose;
    }

    ReadModel<V> model() {
        return model;
    }

    String id() {
        return id;
    }

    /** An event at this position concerns the document. */
    synchronized void touched(long position) {
        wanted = Math.max(wanted, position);
        notifyAll();
    }

    /** Once this position is shown the document may be another one, without any event of its own. */
    synchronized void foldedAgain(long position) {
        anew = true;
        touched(position);
    }

    @Override
    public void run() {
        try {
            long shown = tellIfNewer(-1);
            for (long seen = -1; !isClosed(); ) {
                long next = awaitTouch(seen);
                if (!isClosed() && positions.await(model, next, PATIENCE)) {
                    shown = tellIfNewer(shown);
                    seen = next;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.debug("A subscription to {} ended: {}", model.name(), e.toString());
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
        }
        onClose.accept(this);
    }

    private long tellIfNewer(long shown) {
        tellStop();
        V view = views.find(id).orElse(null);
        boolean mayGoBack = takeAnew();
        if (view == null || isClosed() || view.position() <= shown && !(mayGoBack && !view.equals(last))) {
            return shown;
        }
        last = view;
        consumer.accept(view);
        return view.position();
    }

    private synchronized boolean takeAnew() {
        boolean was = anew;
        anew = false;
        return was;
    }

    private void tellStop() {
        long stop = views.stop(id).orElse(-1);
        if (stop >= 0 && stop != toldStop && !isClosed()) {
            stopped.accept(stop);
        }
        toldStop = stop;
    }

    private synchronized long awaitTouch(long seen) throws InterruptedException {
        while (wanted <= seen && !closed) {
            wait();
        }
        return wanted;
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
