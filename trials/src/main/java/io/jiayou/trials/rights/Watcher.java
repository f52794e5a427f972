package io.jiayou.trials.rights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Uses a right on one node: asks by it, or reads a stream until that ends. */
final class Watcher {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of a stream that was opened: when it ended. */
    static final class Stream {

        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile long endedNanos;

        /** Waits until it has ended; System.nanoTime() of that, or -1 if it goes on. */
        long awaitEnd(Duration atMost) throws InterruptedException {
            return ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS) ? endedNanos : -1;
        }

        private void read(BufferedReader lines) {
            try (lines) {
                while (lines.readLine() != null) {
                    // what it says isn't of interest
                }
            } catch (IOException e) {
                // broken off is ended, too
            }
            endedNanos = System.nanoTime();
            ended.countDown();
        }
    }

    private Watcher() {}

    /** The status of an answer. */
    static int status(URI node, String path, String token, @Nullable String from)
            throws IOException, InterruptedException {
        return HTTP.send(
                        request(node, path, token, from).timeout(PATIENCE).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /**
     * Opens a stream and reads its first line.
     *
     * @throws IOException if it doesn't open
     */
    static Stream open(URI node, String path, String token, @Nullable String from)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                HTTP.send(request(node, path, token, from).build(), HttpResponse.BodyHandlers.ofInputStream());
        BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        if (answer.statusCode() != 200 || lines.readLine() == null) {
            throw new IOException("a stream answered " + answer.statusCode());
        }
        Stream stream = new Stream();
        Thread.ofVirtual().start(() -> stream.read(lines));
        return stream;
    }

    private static HttpRequest.Builder request(URI node, String path, String token, @Nullable String from) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(node.resolve(path)).header("Authorization", "Bearer " + token);
        return from == null ? request : request.header("X-Forwarded-For", from);
    }
}
