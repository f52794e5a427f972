package io.jiayou.embedded.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncedRecordsTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void keepWhatWasWrittenOverARestart() {
        try (SyncedRecords records = new SyncedRecords(directory)) {
            assertThat(records.replace("a/1", null, "one")).isTrue();
        }
        try (SyncedRecords records = new SyncedRecords(directory)) {
            assertThat(records.find("a/1")).contains("one");
        }
    }

    @Test
    void replaceOnlyWhatIsStillAsItWas() {
        try (SyncedRecords records = new SyncedRecords(directory)) {
            assertThat(records.replace("a", null, "one")).isTrue();
            assertThat(records.replace("a", null, "other")).isFalse();
            assertThat(records.replace("a", "two", "other")).isFalse();
            assertThat(records.replace("a", "one", null)).isTrue();
            assertThat(records.find("a")).isEmpty();
        }
    }

    @Test
    void letOneOfManyWin() throws Exception {
        try (SyncedRecords records = new SyncedRecords(directory);
                ExecutorService workers = Executors.newFixedThreadPool(16)) {
            records.replace("a", null, "start");
            List<Callable<Boolean>> all = IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(n -> () -> records.replace("a", "start", "won by " + n))
                    .toList();
            long winners = 0;
            for (Future<Boolean> each : workers.invokeAll(all)) {
                winners += each.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    void listTheKeysThatBeginAlike() {
        try (SyncedRecords records = new SyncedRecords(directory)) {
            List.of("b/2", "a/1", "b/1", "c/1").forEach(key -> records.replace(key, null, "x"));

            assertThat(records.keys("b/")).containsExactly("b/1", "b/2");
        }
    }

    @Test
    void areReadableByTheirOwnerOnly() throws IOException {
        try (SyncedRecords records = new SyncedRecords(directory.resolve("identity"))) {
            assertThat(records.keys("")).isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("identity"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void shredWhatWasRemovedOutOfAllFiles() throws IOException {
        try (SyncedRecords records = new SyncedRecords(directory)) {
            IntStream.range(0, 100).forEach(n -> records.replace("key/" + n, null, "secret-of-" + n + "."));
            records.shred("key/50");
            records.replace("key/101", null, "secret-of-101.");
            assertThat(filesWith("secret-of-7.")).isNotEmpty();
            assertThat(filesWith("secret-of-101.")).isNotEmpty();

            for (int n : new int[] {7, 101}) {
                records.replace("key/" + n, "secret-of-" + n + ".", null);
                records.shred("key/" + n);
            }

            assertThat(filesWith("secret-of-7.")).isEmpty();
            assertThat(filesWith("secret-of-101.")).isEmpty();
            assertThat(records.find("key/8")).contains("secret-of-8.");
        }
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> contents(file).contains(text))
                    .toList();
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refuseToBeUsedAfterTheyWereClosed() {
        SyncedRecords records = new SyncedRecords(directory);
        records.close();
        records.close();

        assertThatThrownBy(() -> records.find("a")).isInstanceOf(IllegalStateException.class);
    }
}
