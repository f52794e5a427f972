package io.jiayou.acceptance;

import io.jiayou.cli.AotCache;
import io.jiayou.command.CommandSide;
import io.jiayou.query.QuerySide;
import io.jiayou.standalone.Standalone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that a test starts, waits for and ends. */
final class ChildProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String STAND_INS = "--jiayou.stand-ins=";

    /** Their modules. */
    private static final Map<Class<?>, String> SIDES =
            Map.of(CommandSide.class, "command-side", QuerySide.class, "query-side");

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Where the output of a main class goes. */
    static Path log(Path directory, Class<?> main) {
        return directory.resolve(main.getSimpleName() + ".log");
    }

    static ChildProcess start(Path directory, String name, List<String> command, Map<String, String> environment)
            throws IOException {
        Path log = directory.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start(), log);
    }

    /**
     * Starts one of the programs as users do, from the jar that its module was built into. It asks nobody for a token, unless the
     * environment says so: who may do what isn't every test's subject. Stand-ins take the place of WeChat and of text messages,
     * unless an argument says otherwise.
     */
    static ChildProcess java(Path directory, Class<?> main, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        if (main == Standalone.class) {
            command.addAll(withTheCache(AotCache.options(jarOf(main).toString()), environment));
        }
        command.addAll(program(main));
        if (main == Standalone.class && arguments.stream().noneMatch(it -> it.startsWith(STAND_INS))) {
            command.add(STAND_INS + "true");
        }
        command.addAll(arguments);
        Map<String, String> settings = new HashMap<>(Map.of("JIAYOU_ACCESS", "open"));
        settings.putAll(environment);
        return start(directory, main.getSimpleName(), command, settings);
    }

    /**
     * Where there is a cache it has to be of use: without it tests take twice as long, and nobody is told. Under a clock that was set
     * the times of jars are others, and it isn't.
     */
    private static List<String> withTheCache(List<String> options, Map<String, String> environment) {
        boolean cached = options.stream().anyMatch(option -> option.startsWith("-XX:AOTCache="));
        List<String> all = new ArrayList<>(options);
        if (cached && !environment.containsKey("LD_PRELOAD")) {
            all.add("-XX:AOTMode=on");
        }
        return all;
    }

    /** The sides are jars with all that they need in them; a standalone system has a folder beside its jar. */
    private static List<String> program(Class<?> main) throws IOException {
        String side = SIDES.get(main);
        if (side == null) {
            return List.of("-cp", jarOf(main).toString(), main.getName());
        }
        try (DirectoryStream<Path> built = Files.newDirectoryStream(Path.of("..", side, "target"), "*-exec.jar")) {
            return List.of("-jar", built.iterator().next().toRealPath().toString());
        }
    }

    /** The jar that holds a class. */
    static Path jarOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** Notes it as the process that serves a data directory, as {@code ./jiayou start} does. */
    void noteIn(Path data, int port) throws IOException {
        long started = process.info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(
                data.resolve("jiayou.process"),
                "pid=%d%nstartedAtMillis=%d%nport=%d%n".formatted(process.pid(), started, port));
    }

    /** Waits until an address answers 200. */
    void awaitHealth(String address) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // it doesn't listen yet
            }
            patiently(deadline, address);
        }
    }

    /** Waits until the process has logged a text. */
    void awaitLog(String text) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.readString(log).contains(text)) {
            patiently(deadline, text);
        }
    }

    private void patiently(Instant deadline, String what) throws IOException, InterruptedException {
        if (process.waitFor(200, TimeUnit.MILLISECONDS) || Instant.now().isAfter(deadline)) {
            throw new IllegalStateException("waited in vain for " + what + "\n" + Files.readString(log));
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
