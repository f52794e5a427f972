package io.jiayou.cli;

import io.jiayou.transparency.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Notes which process serves a data directory, and where.
 *
 * @param pid of the operating system
 * @param startedAtMillis when the process started, so that another one with the same pid isn't taken for it
 * @param managementPort where its management listens: the same port, or one of its own
 * @param arguments what else it was told, with blanks between; empty if nobody noted it
 */
record ProcessFile(long pid, long startedAtMillis, int port, int managementPort, String arguments) {

    private static final String NAME = "jiayou.process";
    private static final long LOOK_AGAIN_MILLIS = 50;
    /** Zombie and dead, as Linux writes them. */
    private static final Set<Character> ENDED = Set.of('Z', 'X', 'x');

    static ProcessFile of(Process process, int port, int managementPort, List<String> arguments) {
        return new ProcessFile(
                process.pid(), startOf(process.toHandle()), port, managementPort, String.join(" ", arguments));
    }

    void write(Path data) throws IOException {
        DurableFiles.replace(
                data.resolve(NAME),
                "pid=%d%nstartedAtMillis=%d%nport=%d%nmanagementPort=%d%narguments=%s%n"
                        .formatted(pid, startedAtMillis, port, managementPort, arguments)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The process of a data directory, if it still runs.
     *
     * @throws IOException if this user can't tell
     */
    static Optional<ProcessFile> running(Path data) throws IOException {
        Properties noted = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve(NAME))) {
            noted.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            ProcessFile file = new ProcessFile(
                    Long.parseLong(noted.getProperty("pid")),
                    Long.parseLong(noted.getProperty("startedAtMillis")),
                    Integer.parseInt(noted.getProperty("port")),
                    Integer.parseInt(noted.getProperty("managementPort", noted.getProperty("port"))),
                    noted.getProperty("arguments", ""));
            return file.handle().isPresent() ? Optional.of(file) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether it was told so, as far as that was noted. */
    boolean mayHave(String argument) {
        return arguments.isEmpty() || List.of(arguments.split(" ")).contains(argument);
    }

    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process) == startedAtMillis)
                .filter(process -> !hasEnded(process.pid()));
    }

    boolean endsWithin(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (handle().isPresent() && System.nanoTime() < deadline) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return handle().isEmpty();
    }

    /** Nobody has fetched its exit status yet, or it is being torn down: Java counts it among the living. */
    private static boolean hasEnded(long pid) {
        try {
            String state = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return ENDED.contains(state.charAt(state.lastIndexOf(')') + 2));
        } catch (NoSuchFileException e) {
            // another operating system, or just gone
            return Files.exists(Path.of("/proc", "self"));
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    /** Unless another process has been noted since. */
    void delete(Path data) throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve(NAME))) {
            if (!lines.toList().contains("pid=" + pid)) {
                return;
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.deleteIfExists(data.resolve(NAME));
    }

    private static long startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }
}
