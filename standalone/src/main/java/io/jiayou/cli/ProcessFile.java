package io.jiayou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Notes which process serves a data directory, and where.
 *
 * @param pid of the operating system
 * @param startedAtMillis when the process started, so that another one with the same pid isn't taken for it
 * @param managementPort where its management listens: the same port, or one of its own
 */
record ProcessFile(long pid, long startedAtMillis, int port, int managementPort) {

    private static final String NAME = "jiayou.process";

    static ProcessFile of(Process process, int port, int managementPort) {
        return new ProcessFile(process.pid(), startOf(process.toHandle()), port, managementPort);
    }

    void write(Path data) throws IOException {
        Files.writeString(
                data.resolve(NAME),
                "pid=%d%nstartedAtMillis=%d%nport=%d%nmanagementPort=%d%n"
                        .formatted(pid, startedAtMillis, port, managementPort));
    }

    /** The process of a data directory, if it still runs. */
    static Optional<ProcessFile> running(Path data) {
        Properties noted = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve(NAME))) {
            noted.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            ProcessFile file = new ProcessFile(
                    Long.parseLong(noted.getProperty("pid")),
                    Long.parseLong(noted.getProperty("startedAtMillis")),
                    Integer.parseInt(noted.getProperty("port")),
                    Integer.parseInt(noted.getProperty("managementPort", noted.getProperty("port"))));
            return file.handle().isPresent() ? Optional.of(file) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process) == startedAtMillis);
    }

    static void delete(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(NAME));
    }

    private static long startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }
}
