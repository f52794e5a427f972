package io.jiayou.order.details;

import io.jiayou.readmodel.LiveUpdates.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What one client is sent about an order, until it goes or the server ends. */
final class OrderStream {

    private static final long NO_TIMEOUT = 0;

    private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    private final Duration heartbeat;

    /** @param heartbeat after how long a silent connection is shown to be alive */
    OrderStream(Duration heartbeat) {
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
            atEnd.run();
        });
    }

    /** @throws UncheckedIOException when the client has gone */
    void send(OrderDetails order) {
        send(SseEmitter.event()
                .id(Long.toString(order.position()))
                .name("order")
                .data(order, MediaType.APPLICATION_JSON));
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
        try {
            emitter.send(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
