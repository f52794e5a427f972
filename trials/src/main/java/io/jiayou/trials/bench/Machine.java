package io.jiayou.trials.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and when something was measured.
 *
 * @param load how many threads wanted a core in the last minute: above the number of cores, others were at work too
 * @param disk the kind of file system that the stores' files lie on
 */
public record Machine(Instant at, int cores, double load, String java, String disk) {

    /** @throws IOException if the files would lie in memory, where forcing them to disk means nothing */
    public static Machine here() throws IOException {
        Path somewhere = Directories.create("machine");
        String disk = Files.getFileStore(somewhere).type();
        Directories.delete(somewhere);
        if (disk.equals("tmpfs") || disk.equals("ramfs")) {
            throw new IOException("the checkout lies in memory (" + disk + "): nothing there is durable");
        }
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version().toString(),
                disk);
    }

    @Override
    public String toString() {
        return "measured at %s on %d cores, load before %.1f, Java %s, %s".formatted(at, cores, load, java, disk);
    }
}
