package io.jiayou.archive.target;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A real S3 server as a process of its own, on the loopback address. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "archives";

    /** What a process finds its credentials in. */
    public static final Map<String, String> ENVIRONMENT =
            Map.of("AWS_ACCESS_KEY_ID", "tester", "AWS_SECRET_ACCESS_KEY", "tester");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern STARTED = Pattern.compile("started on ports .*?(\\d+) \\(http\\)");

    private final Process process;
    private final int port;

    private S3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static S3Server start(Path directory) throws IOException, InterruptedException {
        return start(Path.of("target", "s3mock", "s3mock.jar"), directory);
    }

    /** @param jar of S3Mock, which this module's build copies */
    public static S3Server start(Path jar, Path directory) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-Xmx256m",
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=0", // its TLS port, which isn't used,
                        "--com.adobe.testing.s3mock.http-port=0",
                        "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET,
                        "--com.adobe.testing.s3mock.store.root=" + directory))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("s3.out").toFile())
                .start();
        try {
            return new S3Server(process, port(process, directory.resolve("s3.out")));
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** The one that it has chosen and says when it has started. */
    private static int port(Process process, Path log) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            Matcher started = STARTED.matcher(Files.readString(log));
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new IOException("the S3 server didn't start: " + Files.readString(log));
    }

    /** As {@code --to} and {@code --from} take it. */
    public String address(String prefix) {
        return "s3://" + BUCKET + "/" + prefix + "?endpoint=" + endpoint() + "&region=eu";
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public S3Target target(String bucket, String prefix) {
        S3Place place = new S3Place(bucket, prefix, "us-east-1", endpoint(), true, Duration.ofSeconds(5));
        return S3Target.open("s3", place, credentials());
    }

    public static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("tester", "tester"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
