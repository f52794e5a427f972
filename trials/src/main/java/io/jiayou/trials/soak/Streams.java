package io.jiayou.trials.soak;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Live streams of orders that were placed this moment, so many at a time, each for a while. For many threads. */
final class Streams implements AutoCloseable {

    private static final int AT_A_TIME = 20;
    private static final long HELD_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile String lastRefusal = "";

    Streams(int port) {
        this.port = port;
    }

    /** Watches an order if there's a place. */
    void offer(String order) {
        if (places.tryAcquire()) {
            Thread.ofVirtual().start(() -> watch(order));
        }
    }

    private void watch(String order) {
        try {
            HttpResponse<InputStream> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + order + "/live"))
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            opened.incrementAndGet();
            try (InputStream events = answer.body()) {
                if (answer.statusCode() != 200) {
                    refuse(order + " " + answer.statusCode());
                    return;
                }
                long end = System.nanoTime() + HELD_NANOS;
                byte[] part = new byte[4_096];
                while (System.nanoTime() < end && events.read(part) >= 0) {
                    // what it says is the business of other trials
                }
            }
        } catch (IOException e) {
            refuse(order + " " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void refuse(String what) {
        refused.incrementAndGet();
        lastRefusal = what;
    }

    long opened() {
        return opened.get();
    }

    /** Those that weren't opened, or broke. */
    long refused() {
        return refused.get();
    }

    String lastRefusal() {
        return lastRefusal;
    }

    @Override
    public void close() throws InterruptedException {
        places.acquire(AT_A_TIME);
        http.shutdownNow();
    }
}
