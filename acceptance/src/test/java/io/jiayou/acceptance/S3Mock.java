package io.jiayou.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An S3 server as a process on the loopback address, with one bucket. */
record S3Mock(ChildProcess process, int port) implements AutoCloseable {

    private static final String BUCKET = "archives";
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /** @param jar which the build of the module archive copies */
    static S3Mock start(Path jar, Path directory) throws IOException, InterruptedException {
        int port = ChildProcess.freePort();
        ChildProcess process = ChildProcess.start(
                directory,
                "s3",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toAbsolutePath().normalize().toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=0", // its TLS port, which isn't used
                        "--com.adobe.testing.s3mock.http-port=" + port,
                        "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET,
                        "--com.adobe.testing.s3mock.store.root=" + directory),
                Map.of());
        S3Mock started = new S3Mock(process, port);
        started.awaitAnswer();
        return started;
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    http.send(request, BodyHandlers.discarding());
                    return;
                } catch (IOException e) {
                    if (System.nanoTime() > until) {
                        throw e;
                    }
                    Thread.sleep(100);
                }
            }
        }
    }

    /** As {@code --to} and {@code --from} take it. */
    String address(String prefix) {
        return "s3://" + BUCKET + "/" + prefix + "?endpoint=http://127.0.0.1:" + port + "&region=eu";
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
