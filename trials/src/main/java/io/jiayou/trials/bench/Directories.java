package io.jiayou.trials.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories for one trial each, on the disk of the checkout: the temporary directory may be memory. */
public final class Directories {

    private Directories() {}

    /** A new empty directory; {@link #delete} it. */
    public static Path create(String what) throws IOException {
        Path parent = Path.of(System.getProperty("jiayou.home", "."), "trials", "target", "runs");
        Files.createDirectories(parent);
        return Files.createTempDirectory(parent, what + "-").toAbsolutePath();
    }

    /** Deletes it with everything inside; what vanishes meanwhile is as good as deleted. */
    public static void delete(Path directory) throws IOException {
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
