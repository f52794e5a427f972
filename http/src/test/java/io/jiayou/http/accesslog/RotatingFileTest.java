package io.jiayou.http.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingFileTest {

    private static final int BYTES = 8_000;

    private final Path directory;
    private final Path file;

    RotatingFileTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("access.log");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private long size() throws IOException {
        long size = 0;
        for (Path each : files()) {
            size += Files.size(each);
        }
        return size;
    }

    @Test
    void neverHasMoreThanItMayAndKeepsTheNewestLines() throws IOException {
        try (RotatingFile log = RotatingFile.open(file, BYTES)) {
            for (int n = 0; n < 1_000; n++) {
                log.write("line " + n + " 0123456789012345678901234567890123456789");
                assertThat(size()).isLessThanOrEqualTo(BYTES);
            }
        }

        assertThat(files()).hasSize(RotatingFile.FILES).contains(file, directory.resolve("access.log.7"));
        assertThat(Files.readAllLines(file).getLast()).startsWith("line 999 ");
        assertThat(Files.readAllLines(directory.resolve("access.log.1")).getLast())
                .isEqualTo("line " + (999 - Files.readAllLines(file).size())
                        + " 0123456789012345678901234567890123456789");
    }

    @Test
    void goesOnBehindWhatIsThere() throws IOException {
        Files.writeString(file, "before\n");
        try (RotatingFile log = RotatingFile.open(file, BYTES)) {
            log.write("after");
        }

        assertThat(Files.readAllLines(file)).containsExactly("before", "after");
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        RotatingFile.open(file, BYTES).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesOutALineThatIsLongerThanAFile() throws IOException {
        try (RotatingFile log = RotatingFile.open(file, BYTES)) {
            log.write("x".repeat(BYTES));
            log.write("short");
        }

        assertThat(Files.readAllLines(file)).containsExactly("short");
    }

    @Test
    void losesLinesAndNothingElseWhileTheDiskRefuses() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("logs"));
        Path inside = folder.resolve("access.log");
        try (RotatingFile log = RotatingFile.open(inside, 800)) {
            log.write("kept");
            Files.move(folder, directory.resolve("away"));
            for (int n = 0; n < 20; n++) {
                log.write("lost when it has to be rotated");
            }
            Files.move(directory.resolve("away"), folder);
            log.write("kept again");
        }

        assertThat(Files.readAllLines(inside)).contains("kept again");
    }

    @Test
    void takesWholeLinesOfManyThreads() throws Exception {
        try (RotatingFile log = RotatingFile.open(file, 8_000_000);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int n = 0; n < 800; n++) {
                threads.execute(() -> log.write("a line of one thread"));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(Files.readAllLines(file)).hasSize(800).containsOnly("a line of one thread");
    }
}
