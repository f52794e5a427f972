package io.jiayou.embedded.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.util.Environment;

/**
 * Writes that really fail: a limit on the size of files ends the log in the middle of a batch, as a full disk does. The
 * store refuses what it couldn't keep, recovers by itself and goes on.
 */
class FailedWriteIT {

    private static final int LIMIT_KIB = 6 << 10;

    @TempDir
    Path directory;

    @Test
    void aFailedWriteIsRefusedLeavesNothingHalfAndTheStoreGoesOn() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash to limit the size of files");
        Path events = directory.resolve("events");

        AppenderProcess appender = AppenderProcess.start(limited(), events, 8, 20_000, 3, 50);
        int status = appender.awaitEnd();

        assertThat(status).as(() -> errors()).isZero();
        List<String> lines = appender.lines();
        assertThat(lines).contains("failed");
        assertThat(lines.subList(lines.indexOf("failed"), lines.size()))
                .as("goes on after the first failure")
                .anyMatch(line -> line.startsWith("tank"));
        try (RocksEventStorageEngine engine = Fixtures.open(events)) {
            KillIT.assertConsistent(engine);
            KillIT.assertNothingLost(engine, appender.acknowledged());
        }
    }

    /** The native library is larger than the limit, so it's laid out before. */
    private List<String> limited() throws IOException {
        String name = Environment.getJniLibraryFileName("rocksdb");
        Path library = directory.resolve(System.mapLibraryName("rocksdbjni"));
        try (InputStream packed = getClass().getClassLoader().getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(packed, name), library);
        }
        return List.of(
                "/bin/bash",
                "-c",
                "ulimit -f " + LIMIT_KIB + "; java=$0; exec \"$java\" -Djava.library.path=" + directory + " \"$@\"");
    }

    private String errors() {
        try {
            return Files.readString(directory.resolve("events.err"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
