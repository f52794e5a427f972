package io.jiayou.trials.rights;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process beside this one, as its jar was built. */
final class Side implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path log;

    private Side(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param name what its log is called
     * @param java that runs it
     */
    static Side start(Path directory, String name, String java, List<String> arguments, Map<String, String> environment)
            throws IOException {
        Path log = directory.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m", "-XX:+UseSerialGC", "-jar"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Side(builder.start(), log);
    }

    /** The jar of a side, with all that it needs in it. */
    static Path jar(String module) throws IOException {
        Path target = Path.of(System.getProperty("jiayou.home", "."), module, "target");
        try (DirectoryStream<Path> built = Files.newDirectoryStream(target, "*-exec.jar")) {
            for (Path jar : built) {
                return jar.toRealPath();
            }
        }
        throw new IOException("there is no *-exec.jar in " + target + ": build it first (mvn package)");
    }

    /** Where its output goes. */
    Path log() {
        return log;
    }

    void awaitReady(URI address) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .build();
        long started = System.nanoTime();
        while (true) {
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // it doesn't listen yet
            }
            patiently(started);
        }
    }

    void awaitLog(String text) throws IOException, InterruptedException {
        long started = System.nanoTime();
        while (!Files.readString(log).contains(text)) {
            patiently(started);
        }
    }

    private void patiently(long started) throws IOException, InterruptedException {
        boolean ended = process.waitFor(200, TimeUnit.MILLISECONDS);
        if (ended || System.nanoTime() - started > PATIENCE.toNanos()) {
            throw new IOException("waited in vain for a process, see " + log);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
