package io.jiayou.trials.server;

import io.jiayou.cli.Jiayou;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command of {@code ./jiayou} in a process of its own, as the script starts it. */
public final class Command implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Path out;
    private final Path err;

    private Command(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * How it ended.
     *
     * @param out what it wrote to standard output
     * @param err and to standard error
     */
    public record Ended(int status, String out, String err) {

        /** What a command with {@code --json} answers. */
        public JsonNode json() {
            return JSON.readTree(out);
        }

        /** Refused as a person wants to read it: a status, and one line that isn't a stack trace. */
        public boolean isCleanRefusal() {
            return status != 0
                    && err.startsWith("jiayou: ")
                    && err.strip().lines().count() == 1;
        }
    }

    /** @param environment variables besides those of this process */
    public static Command start(Map<String, String> environment, String... arguments) throws IOException {
        return start(List.of(), environment, arguments);
    }

    private static Command start(List<String> before, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Djiayou.language=en",
                "-cp",
                Server.classPath(),
                Jiayou.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("jiayou-", ".out");
        Path err = Files.createTempFile("jiayou-", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Command(builder.start(), out, err);
    }

    /** Runs it to its end. */
    public static Ended run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        try (Command command = start(environment, arguments)) {
            return command.await();
        }
    }

    /** Runs it to its end at the lowest priority. */
    public static Ended runLast(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        try (Command command = start(List.of("nice", "-n", "19"), environment, arguments)) {
            return command.await();
        }
    }

    /** Runs it to its end, which has to be a good one. */
    public static Ended succeed(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Ended ended = run(environment, arguments);
        if (ended.status() != 0) {
            throw new IOException(String.join(" ", arguments) + ": " + ended.out() + ended.err());
        }
        return ended;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** @throws IOException if it takes too long */
    public Ended await() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("a command hasn't ended after " + PATIENCE);
        }
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** @return whether it still ran */
    public boolean kill() throws InterruptedException {
        boolean ran = process.isAlive();
        process.destroyForcibly().waitFor();
        return ran;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
    }
}
