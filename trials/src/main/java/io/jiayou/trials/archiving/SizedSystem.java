package io.jiayou.trials.archiving;

import io.jiayou.trials.bench.Directories;
import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A history of some size, its archive, and a system that is restored from that again and again. */
final class SizedSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration STILL = Duration.ofSeconds(3);
    private static final long LOOK_AGAIN_MILLIS = 500;

    /** Nobody logs in, and a system with events doesn't start without one. */
    private static final String IDENTIFIER_KEY =
            Base64.getEncoder().encodeToString(new byte[32]) + System.lineSeparator();

    private final Path directory;
    private final Path archive;
    private final ArchivedHistory history;

    private SizedSystem(Path directory, ArchivedHistory history) throws IOException {
        this.directory = directory;
        this.history = history;
        this.archive = directory.resolve("archive");
        history.archive(archive);
    }

    /** @param events how many it has, at least */
    static SizedSystem grow(Path directory, long events) throws Exception {
        Files.createDirectories(directory);
        return new SizedSystem(directory, ArchivedHistory.grow(directory, events));
    }

    /**
     * What a system needs, each for one event.
     *
     * @param store bytes of the event store as it grew
     * @param log bytes of the audit log's tiles
     * @param archive bytes of the archive, without full backups
     * @param index bytes of the history's index
     * @param readModels bytes of the read models' checkpoint
     * @param heap bytes that live after a full collection, less what an empty system has
     * @param restoreMicros to verify the archive and to restore it
     * @param startMicros from the start of a process on it, without a checkpoint, to readiness
     */
    record PerEvent(
            double store,
            double log,
            double archive,
            double index,
            double readModels,
            double heap,
            double restoreMicros,
            double startMicros) {}

    long events() {
        return history.events();
    }

    /** @param emptyHeap bytes that an empty system has after a full collection */
    PerEvent measure(double emptyHeap) throws Exception {
        Path data = directory.resolve("restored");
        long started = System.nanoTime();
        history.restore(archive, data);
        double restored = nanosToMicros(System.nanoTime() - started);
        Files.writeString(data.resolve("identifier.key"), IDENTIFIER_KEY);
        try (Server server = Server.start(data)) {
            double ready = server.awaitReady().toNanos() / 1e3;
            Path index = data.resolve("audit/history-index");
            awaitStill(index);
            double heap = heap(server);
            server.stop();
            double each = history.events();
            return new PerEvent(
                    size(directory.resolve("events")) / each,
                    size(directory.resolve("audit")) / each,
                    size(archive) / each,
                    size(index) / each,
                    size(data.resolve("read-models.checkpoint")) / each,
                    Math.max(1, heap - emptyHeap) / each,
                    restored / each,
                    ready / each);
        } finally {
            Directories.delete(data);
        }
    }

    /** What a system without events has, in bytes. */
    static double emptyHeap(Path directory) throws Exception {
        Path data = directory.resolve("empty");
        try (Server server = Server.start(data)) {
            server.awaitReady();
            double heap = heap(server);
            server.stop();
            return heap;
        } finally {
            Directories.delete(data);
        }
    }

    private static double nanosToMicros(long nanos) {
        return nanos / 1e3;
    }

    /** After a full collection that it is told to do. */
    private static double heap(Server server) throws IOException, InterruptedException {
        for (int times = 0; times < 2; times++) {
            Process collected = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(server.pid()),
                            "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!collected.waitFor(1, TimeUnit.MINUTES) || collected.exitValue() != 0) {
                throw new IOException("jcmd can't reach the process");
            }
        }
        return server.client()
                .get("/actuator/metrics/jvm.memory.used?tag=area:heap")
                .at("/measurements/0/value")
                .asDouble();
    }

    private static void awaitStill(Path index) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long size = -1;
        long since = System.nanoTime();
        while (System.nanoTime() - since < STILL.toNanos()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the history's index goes on growing");
            }
            long now = size(index);
            if (now != size) {
                size = now;
                since = System.nanoTime();
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** Of all files below; what is deleted meanwhile counts for nothing. */
    private static long size(Path path) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.exists(path) ? Files.walk(path) : Stream.empty()) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    size += Files.size(file);
                } catch (NoSuchFileException e) {
                    // merged into another one
                }
            }
        } catch (UncheckedIOException e) {
            return size(path);
        }
        return size;
    }

    @Override
    public void close() {
        history.close();
    }
}
