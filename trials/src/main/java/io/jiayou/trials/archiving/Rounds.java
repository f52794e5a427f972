package io.jiayou.trials.archiving;

import io.jiayou.trials.bench.Directories;
import io.jiayou.trials.bench.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Rounds of archiving a whole history, and of the steps that it can't do without; bytes of lines per second. */
final class Rounds {

    private final ArchivedHistory history;
    private final RawSteps raw;
    private final Path directory;
    private final List<Double> disk = new ArrayList<>();
    private final List<Double> zstd = new ArrayList<>();
    private final List<Double> cipher = new ArrayList<>();

    Rounds(ArchivedHistory history, RawSteps raw, Path directory) {
        this.history = history;
        this.raw = raw;
        this.directory = directory;
    }

    /** From the store to a folder, with notes, head, and everything that is forced to disk. */
    double archiving() throws IOException {
        Path folder = Files.createTempDirectory(directory, "archive-");
        long started = System.nanoTime();
        history.archive(folder);
        double rate = raw.rate(System.nanoTime() - started);
        Directories.delete(folder);
        return rate;
    }

    double slowestStep() throws IOException, GeneralSecurityException {
        disk.add(raw.disk(directory.resolve("raw-disk")));
        zstd.add(raw.zstd());
        cipher.add(raw.cipher());
        return Math.min(disk.getLast(), Math.min(zstd.getLast(), cipher.getLast()));
    }

    /** The medians, for a person. */
    String stepsAlone() {
        return "disk %,.0f, zstd -1 %,.0f, cipher %,.0f B/s of plain lines"
                .formatted(median(disk), median(zstd), median(cipher));
    }

    private static double median(List<Double> rates) {
        return Spread.of(rates.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }
}
