package io.jiayou.cli;

import io.jiayou.standalone.DirectoryLock;
import io.jiayou.transparency.DurableFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Notes which process serves a data directory, and where. Whether it is that one still, the lock says that it holds: its time of start
 * changes with the clock.
 *
 * @param pid of the operating system
 * @param startedAtMillis when the process started, so that another one with the same pid isn't taken for it
 * @param port 0 if it isn't known
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
        Optional<ProcessFile> noted = noted(data);
        if (noted.flatMap(ProcessFile::handle).isPresent()) {
            return noted;
        }
        return DirectoryLock.holder(data).flatMap(holder -> of(holder, noted)).filter(file -> file.handle()
                .isPresent());
    }

    private static Optional<ProcessFile> of(DirectoryLock.Holder holder, Optional<ProcessFile> noted) {
        return ProcessHandle.of(holder.pid()).map(ProcessFile::startOf).map(start -> noted.filter(
                        file -> file.pid == holder.pid())
                .map(file -> new ProcessFile(file.pid, start, file.port, file.managementPort, file.arguments))
                .orElseGet(() -> new ProcessFile(holder.pid(), start, holder.port(), holder.managementPort(), "")));
    }

    /** None if nobody has noted one, or nobody can read it. */
    private static Optional<ProcessFile> noted(Path data) {
        try {
            Properties noted = new Properties();
            noted.load(new StringReader(new String(Files.readAllBytes(data.resolve(NAME)), StandardCharsets.UTF_8)));
            return Optional.of(new ProcessFile(
                            Long.parseLong(noted.getProperty("pid")),
                            Long.parseLong(noted.getProperty("startedAtMillis")),
                            Integer.parseInt(noted.getProperty("port")),
                            Integer.parseInt(noted.getProperty("managementPort", noted.getProperty("port"))),
                            noted.getProperty("arguments", "")))
                    .filter(file -> file.pid > 0 && Ports.isOne(file.port) && Ports.isOne(file.managementPort));
        } catch (IOException | IllegalArgumentException e) {
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
        if (noted(data).filter(file -> file.pid != pid).isEmpty()) {
            Files.deleteIfExists(data.resolve(NAME));
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }
}
