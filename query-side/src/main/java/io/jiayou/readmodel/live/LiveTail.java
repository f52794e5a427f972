package io.jiayou.readmodel.live;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.readmodel.LiveUpdates;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.UnreadablePayload;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.fold.RecordedEvents;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.projection.Positions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Live updates from one tail of the event store per node, which runs while anybody is subscribed. An event only says
 * which documents will change; their subscribers read them once the read model shows the event, whichever node folds it.
 */
public final class LiveTail implements LiveUpdates, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveTail.class);
    private static final int LOOK_UP_SECONDS = 1;

    private final History history;
    private final Positions positions;
    private final ReadModels readModels;
    private final Map<ReadModel<?>, Map<String, Set<Watch<?>>>> watches = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread tail;

    public LiveTail(History history, Positions positions, ReadModels readModels) {
        this.history = history;
        this.positions = positions;
        this.readModels = readModels;
    }

    @Override
    public <V extends View> Subscription subscribe(
            ReadModel<V> model, String id, Consumer<? super V> consumer, LongConsumer stopped, Runnable atEnd) {
        Watch<V> watch = new Watch<>(model, id, readModels.of(model), positions, consumer, stopped, ended -> {
            forget(ended);
            atEnd.run();
        });
        add(watch);
        // Events up to here may have passed the tail before it knew of this subscription.
        watch.touched(history.head());
        Thread.ofVirtual().name("live-" + model.name()).start(watch);
        return watch;
    }

    /** Whether the event store is being watched. */
    synchronized boolean isWatching() {
        return tail != null;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends all subscriptions. */
    @Override
    public void stop() {
        running = false;
        watches.values().stream()
                .flatMap(byId -> byId.values().stream())
                .flatMap(Set::stream)
                .toList()
                .forEach(Watch::close);
        synchronized (this) {
            if (tail != null) {
                tail.interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // Before the web server: it waits for its requests to end, and a live one ends here.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    private synchronized void add(Watch<?> watch) {
        watches.computeIfAbsent(watch.model(), any -> new ConcurrentHashMap<>())
                .computeIfAbsent(watch.id(), any -> ConcurrentHashMap.newKeySet())
                .add(watch);
        if (tail == null) {
            long head = history.head();
            tail = Thread.ofPlatform().daemon().name("live-tail").start(() -> follow(head));
        }
    }

    private synchronized void forget(Watch<?> watch) {
        watches.computeIfPresent(watch.model(), (model, byId) -> {
            byId.computeIfPresent(watch.id(), (id, same) -> {
                same.remove(watch);
                return same.isEmpty() ? null : same;
            });
            return byId.isEmpty() ? null : byId;
        });
    }

    private void follow(long head) {
        long position = head;
        while (!endsUnwatched()) {
            try (BlockingStream<TrackedEventMessage<?>> events = history.after(position)) {
                while (!endsUnwatched()) {
                    if (events.hasNextAvailable(LOOK_UP_SECONDS, TimeUnit.SECONDS)) {
                        RecordedEvent event = RecordedEvents.of(events.nextAvailable());
                        position = event.position();
                        announce(event);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                log.warn("Live updates are interrupted after position {}: {}", position, e.toString());
                pause();
            }
        }
    }

    private void announce(RecordedEvent event) {
        if (event.payload() instanceof AnnulmentConfirmed) {
            // Nobody knows here which documents are folded again: few, and seldom.
            watches.values().forEach(byId -> byId.values()
                    .forEach(all -> all.forEach(watch -> watch.foldedAgain(event.position()))));
        }
        watches.forEach((model, byId) -> {
            for (String id : reached(model, event)) {
                byId.getOrDefault(id, Set.of()).forEach(watch -> watch.touched(event.position()));
            }
        });
    }

    /** An event that can't be read may stop the document of its aggregate. */
    private static Collection<String> reached(ReadModel<?> model, RecordedEvent event) {
        if (event.payload() instanceof UnreadablePayload) {
            return List.of(event.aggregateId());
        }
        try {
            return model.documentsOf(event.payload());
        } catch (RuntimeException keyless) {
            return List.of(event.aggregateId());
        }
    }

    private synchronized boolean endsUnwatched() {
        if (watches.isEmpty() || Thread.currentThread().isInterrupted()) {
            tail = null;
            return true;
        }
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(LOOK_UP_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
