package io.jiayou.trials.server;

import io.jiayou.cli.Ports;
import io.jiayou.cli.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A standalone process on a data directory and a port of its own, started as {@code ./jiayou start} does it. */
public final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final String STAND_INS = "--jiayou.stand-ins=";
    private static final String ACCESS = "--jiayou.access=";
    private static final String UNLIMITED = "--jiayou.perimeter.unlimited=";

    private final ServerProcess settings;
    private final Process process;
    private final Client client;
    private final int port;
    private final long startedNanos = System.nanoTime();

    private Server(ServerProcess settings, Process process, int port) {
        this.settings = settings;
        this.process = process;
        this.port = port;
        this.client = new Client(URI.create("http://127.0.0.1:" + port));
    }

    /**
     * Starts the process and returns at once. It asks nobody for a token, no rate holds for this machine, and stand-ins take the
     * place of WeChat and of text messages, unless an argument says otherwise: most trials are of something else.
     *
     * @param data its data directory
     * @param more further arguments, as {@code --name=value}
     */
    public static Server start(Path data, String... more) throws IOException {
        return start(data, Map.of(), List.of(more));
    }

    /** As above, with variables of its environment besides this process's own. */
    public static Server start(Path data, Map<String, String> environment, List<String> more) throws IOException {
        Files.createDirectories(data);
        int port = Ports.free();
        List<String> arguments = new ArrayList<>(more);
        if (arguments.stream().noneMatch(it -> it.startsWith(ACCESS))) {
            arguments.add(ACCESS + "open");
        }
        if (arguments.stream().noneMatch(it -> it.startsWith(UNLIMITED))) {
            arguments.add(UNLIMITED + "127.0.0.0/8");
        }
        if (arguments.stream().noneMatch(it -> it.startsWith(STAND_INS))) {
            arguments.add(STAND_INS + "true");
        }
        ServerProcess settings = new ServerProcess(classPath(), data, port, arguments);
        return new Server(settings, settings.inBackground(environment), port);
    }

    /** The jar that users start, where it has been built; else what this process has. */
    static String classPath() throws IOException {
        Path jar = Path.of(System.getProperty("jiayou.home", "."), "standalone", "target", "jiayou.jar");
        return Files.exists(jar) ? jar.toRealPath().toString() : System.getProperty("java.class.path");
    }

    /** Lets commands of {@code ./jiayou} find it by its data directory. */
    public void makeKnown() throws IOException {
        settings.makeKnown(process);
    }

    public Client client() {
        return client;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /**
     * Waits until it serves.
     *
     * @return how long after its start that was
     * @throws IOException if it ends instead, or takes too long
     */
    public Duration awaitReady() throws IOException, InterruptedException {
        while (!client.isReady()) {
            if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("the process ended by itself: " + settings.lastWords());
            }
            if (age().compareTo(PATIENCE) > 0) {
                throw new IOException("not ready after " + PATIENCE + ": " + settings.lastWords());
            }
        }
        return age();
    }

    /** How long ago it was started. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** What the log in a data directory takes, without that of requests. */
    public static long bytesOfLog(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(it -> it.getFileName().toString().matches("jiayou.*\\.(log|out|gz)"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: it gets no chance to finish anything. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as {@code ./jiayou stop} does it. */
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
