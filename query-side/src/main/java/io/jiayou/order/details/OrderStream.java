package io.jiayou.order.details;

import io.jiayou.http.access.OnBehalf;
import io.jiayou.http.access.Right;
import io.jiayou.http.lasting.Held;
import io.jiayou.http.lasting.Lasting;
import io.jiayou.readmodel.LiveUpdates.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What one client is sent about an order, until it goes, its right ends or the server does. */
final class OrderStream {

    private static final long NO_TIMEOUT = 0;

    private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    private final OnBehalf caller = OnBehalf.ofCurrent();
    private final Held held;
    private final Duration heartbeat;

    /**
     * Of whoever sent the request that this thread answers.
     *
     * @param heartbeat after how long a silent connection is shown to be alive
     * @throws io.jiayou.http.ProblemException TOO_MANY_REQUESTS if there are too many already
     */
    OrderStream(Lasting lasting, Right right, Duration heartbeat) {
        this.held = lasting.begin(right, this::end);
        this.heartbeat = heartbeat;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /**
     * Begins, with a subscription that ends when the client goes.
     *
     * @param atEnd is told once that it has ended, from whichever side
     */
    void open(Subscription subscription, Runnable atEnd) {
        Thread beating = Thread.ofVirtual().name("heartbeat").start(this::beat);
        emitter.onCompletion(() -> {
            subscription.close();
            beating.interrupt();
            held.close();
            atEnd.run();
        });
        if (held.isOver()) {
            end();
        }
    }

    /** @throws UncheckedIOException when the client has gone */
    void send(OrderDetails order) {
        send(SseEmitter.event()
                .id(Long.toString(order.position()))
                .name("order")
                .data(order, MediaType.APPLICATION_JSON));
    }

    /**
     * The order stands as it was before an event.
     *
     * @throws UncheckedIOException when the client has gone
     */
    void stopped(long position) {
        send(SseEmitter.event().name("stopped").data(Long.toString(position)));
    }

    /** Gives its place back without ever having begun. */
    void giveUp() {
        held.close();
    }

    /** Ends it from the server's side; a client may connect again. */
    void end() {
        emitter.complete();
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(heartbeat);
                send(SseEmitter.event().comment("alive"));
            }
        } catch (InterruptedException | UncheckedIOException | IllegalStateException e) {
            // The client has gone, or the stream has ended: there's nobody left to keep awake.
        }
    }

    private void send(SseEmitter.SseEventBuilder event) {
        if (held.isOver()) {
            throw new IllegalStateException("the right to this stream has ended");
        }
        caller.run(() -> {
            try {
                emitter.send(event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
