package io.jiayou.http.lasting;

import io.jiayou.http.access.Claims;
import io.jiayou.http.access.EndedSessions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the event store which rights end, on whichever node that was decided, and ends what lasts by them. At the start
 * it reads back as far as a token's life; until it has, no token is believed here. While the store can't be read, what was
 * known goes on, and tokens end by their own time.
 */
public final class EndsTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EndsTail.class);

    /** Further than the longest life of a token, for clocks that are five minutes apart. */
    private static final Duration BACK = Claims.LONGEST_LIFE.plusMinutes(5);

    /** So many at least, for clocks that are further apart. */
    private static final long BACK_EVENTS = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_UP_MILLIS = 500;
    private static final long REVIEW_NANOS = TimeUnit.MILLISECONDS.toNanos(LOOK_UP_MILLIS);

    private final EventStore events;
    private final Ends ends;
    private final EndedSessions ended;
    private final Lasting lasting;
    private final InstantSource clock;
    private final CountDownLatch whole = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("ended-rights").unstarted(this::follow);

    private @Nullable TrackingToken position;
    private long head = -1;
    private boolean placed;
    private boolean failing;
    private boolean changed;
    private long reviewed = System.nanoTime();

    EndsTail(EventStore events, Ends ends, EndedSessions ended, Lasting lasting, InstantSource clock) {
        this.events = events;
        this.ends = ends;
        this.ended = ended;
        this.lasting = lasting;
        this.clock = clock;
    }

    /** Reads back, and waits a while for it. */
    void start() throws InterruptedException {
        thread.start();
        if (!whole.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Which sessions have ended couldn't be read yet; until then no token is believed");
        }
    }

    private void follow() {
        while (!thread.isInterrupted()) {
            try {
                place();
                tail();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }
    }

    /** Whatever it is: on a node that stops listening no right ends. */
    private void failed(Throwable why) {
        if (!failing) {
            LOG.warn("Which rights end can't be heard at the moment: {}", why.toString());
        }
        failing = true;
        pause();
        try {
            review();
        } catch (RuntimeException | Error e) {
            LOG.warn("What lasts can't be looked at: {}", e.toString());
        }
    }

    private void tail() throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(position)) {
            while (true) {
                if (isBehind() || stream.hasNextAvailable((int) LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                    hear(stream.nextAvailable());
                }
                failing = false;
                if (!isBehind()) {
                    becomeWhole();
                }
                if (changed && !stream.hasNextAvailable() || System.nanoTime() - reviewed >= REVIEW_NANOS) {
                    review();
                }
            }
        }
    }

    /** Finds where to begin, once. */
    private void place() {
        if (!placed) {
            TrackingToken newest = events.createHeadToken();
            head = positionOf(newest);
            TrackingToken before = events.createTokenAt(clock.instant().minus(BACK));
            long from = Math.min(before == null ? -1 : positionOf(before), head - BACK_EVENTS);
            position = from < 0 ? null : new GlobalSequenceTrackingToken(from);
            placed = true;
        }
    }

    private boolean isBehind() {
        return positionOf(position) < head;
    }

    private void becomeWhole() {
        if (whole.getCount() > 0) {
            ended.whole();
            whole.countDown();
        }
    }

    /** An event that can't be read takes nobody's right away, and doesn't keep others from being heard. */
    private void hear(TrackedEventMessage<?> event) {
        position = event.trackingToken();
        try {
            if (Ends.concerns(event.getPayloadType())) {
                ends.follow(event.getPayload());
                changed = true;
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("An event about rights can't be read: {}", e.toString());
        }
    }

    private void review() {
        changed = false;
        reviewed = System.nanoTime();
        lasting.review();
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_UP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
