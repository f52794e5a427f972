package io.jiayou.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Starts the whole system, waits until it serves, and ends it. The build runs it once, so that the JVM writes down which
 * classes a start takes, loaded and linked: {@link io.jiayou.cli.AotCache} says who reads that.
 */
public final class Rehearsal {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("jiayou");
        ConfigurableApplicationContext system = Standalone.start("--server.port=0", "--jiayou.data=" + data);
        boolean served = serves(system.getEnvironment().getRequiredProperty("local.server.port"));
        int status = SpringApplication.exit(system);
        FileSystemUtils.deleteRecursively(data);
        System.exit(served ? status : 1);
    }

    private static boolean serves(String port) throws IOException, InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end) {
                HttpResponse<Void> answer =
                        http.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return true;
                }
                Thread.sleep(100);
            }
        }
        return false;
    }
}
