package io.jiayou.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A clock that processes have instead of the machine's, and that a test sets while they run: libfaketime, which Debian packages
 * under this name. How long something takes isn't changed by it.
 *
 * @param file says how far the clock is from the machine's
 */
record FakeClock(Path library, Path file) {

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String NAME = "libfaketimeMT.so.1";
    private static final int DEEP = 4;

    /** Skips the test where the library isn't installed. */
    static FakeClock in(Path directory) throws IOException {
        try (Stream<Path> found = Files.find(LIBRARIES, DEEP, (path, is) -> path.endsWith(NAME))) {
            Path library = found.findFirst().orElse(null);
            assumeTrue(library != null, "libfaketime isn't installed: no test sets a clock");
            return new FakeClock(library, directory.resolve("clock"));
        }
    }

    /** @param offset {@code +365d}, {@code -1h}, {@code +0} */
    void set(String offset) throws IOException {
        Path next = file.resolveSibling("clock.next");
        Files.writeString(next, offset + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Of processes that have this clock. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Its own way to wait for a time of the steady clock returns at once or never.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "FAKETIME_CACHE_DURATION",
                "1",
                "JIAYOU_ACCESS",
                "required");
    }
}
