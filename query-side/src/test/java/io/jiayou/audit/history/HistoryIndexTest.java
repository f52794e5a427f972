package io.jiayou.audit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.index.HistoryIndex;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.values.Position;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index can be deleted, cut, changed and left behind; it always answers for the store that is there. */
class HistoryIndexTest {

    private static final int EVENTS = 2_500;

    private final RandomHistory history = new RandomHistory(42);

    @TempDir
    Path parent;

    private Path directory() {
        return parent.resolve("history-index");
    }

    private void answersForAll(EventRecords records) {
        try (HistoryIndex index = HistoryIndex.open(directory(), records)) {
            assertThat(index.find(new HistoryQuestion(), EVENTS * 2))
                    .containsExactly(LongStream.range(0, records.size()).toArray());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory())) {
            return all.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    private void built() {
        history.grow(EVENTS);
        answersForAll(history);
    }

    @Test
    void findsAnEventAsSoonAsItIsRecorded() {
        built();
        try (HistoryIndex index = HistoryIndex.open(directory(), history)) {
            for (int n = 0; n < 50; n++) {
                history.grow(1);
                String id = history.at(history.size() - 1).id();

                assertThat(index.find(new HistoryQuestion().event(id), 1)).containsExactly(history.size() - 1);
            }
        }
    }

    @Test
    void hasNothingBehindTheLastPlaceThereCanBe() {
        built();
        try (HistoryIndex index = HistoryIndex.open(directory(), history)) {
            assertThat(index.find(new HistoryQuestion().after(Position.BEFORE_FIRST), 1))
                    .containsExactly(0);
            assertThat(index.find(new HistoryQuestion().after(EVENTS - 2), 9)).containsExactly(EVENTS - 1);
            assertThat(index.find(new HistoryQuestion().after(Position.LAST), 1))
                    .isEmpty();
            assertThatThrownBy(() -> new HistoryQuestion().after(Position.LAST + 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void isMadeAnewAfterItWasDeleted() throws IOException {
        built();
        for (Path file : files()) {
            Files.delete(file);
        }

        answersForAll(history);
    }

    @Test
    void isMadeAnewWhenItIsDeletedUnderneathIt() throws IOException {
        built();
        try (HistoryIndex index = HistoryIndex.open(directory(), history)) {
            assertThat(index.find(new HistoryQuestion(), 1)).hasSize(1);
            try (Stream<Path> all = Files.walk(directory())) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            history.grow(10);

            assertThat(index.find(new HistoryQuestion(), EVENTS * 2)).hasSize(EVENTS + 10);
        }
        answersForAll(history);
    }

    @Test
    void isMadeAnewFromHalfOfAnyOfItsFiles() throws IOException {
        built();
        for (int n = 0; n < files().size(); n++) {
            Path file = files().get(n);
            try (RandomAccessFile half = new RandomAccessFile(file.toFile(), "rw")) {
                half.setLength(half.length() / 2);
            }

            answersForAll(history);
        }
    }

    @Test
    void isMadeAnewAfterAChangedByteInAnyOfItsFiles() throws IOException {
        built();
        for (int n = 0; n < files().size(); n++) {
            try (RandomAccessFile file = new RandomAccessFile(files().get(n).toFile(), "rw")) {
                file.seek(file.length() / 2);
                int there = file.read();
                file.seek(file.length() / 2);
                file.write(there ^ 0x40);
            }

            answersForAll(history);
        }
    }

    /** What a killed process leaves: the last commit, and files of what came after it. */
    @Test
    void goesOnFromTheLastCommitAfterAKill() throws IOException {
        built();
        Path killed = Files.createDirectory(parent.resolve("killed"));
        try (HistoryIndex index = HistoryIndex.open(directory(), history)) {
            history.grow(500);
            assertThat(index.find(new HistoryQuestion(), EVENTS * 2)).hasSize(EVENTS + 500);
            for (Path file : files()) {
                Files.copy(file, killed.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        int[] read = {0};
        EventRecords counted = new EventRecords() {
            @Override
            public long size() {
                return history.size();
            }

            @Override
            public List<EventRecord> from(long position, int atMost) {
                List<EventRecord> events = history.from(position, atMost);
                read[0] += events.size();
                return events;
            }
        };

        try (HistoryIndex index = HistoryIndex.open(killed, counted)) {
            assertThat(index.find(new HistoryQuestion(), EVENTS * 2))
                    .containsExactly(LongStream.range(0, EVENTS + 500).toArray());
        }
        assertThat(read[0]).as("read again").isEqualTo(501);
    }

    @Test
    void isMadeAnewForAnotherStore() {
        built();
        RandomHistory shorter = new RandomHistory(43);
        shorter.grow(EVENTS / 2);

        answersForAll(shorter);
    }

    private static EventRecords unreadable(Supplier<RuntimeException> failure) {
        return new EventRecords() {
            @Override
            public long size() {
                return 1;
            }

            @Override
            public List<EventRecord> from(long position, int atMost) {
                throw failure.get();
            }
        };
    }

    @Test
    void saysSoWhenTheStoreCannotBeRead() {
        EventRecords broken = unreadable(() -> new IllegalStateException("unreadable"));
        try (HistoryIndex index = HistoryIndex.open(directory(), broken)) {
            assertThatThrownBy(() -> index.find(new HistoryQuestion(), 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("can't be indexed");
        }
    }

    @Test
    void takesItsTimeWhereEvenANewIndexBreaks() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        EventRecords breaking = unreadable(() -> {
            attempts.incrementAndGet();
            return new IllegalArgumentException("as damage is told");
        });
        try (HistoryIndex index = HistoryIndex.open(directory(), breaking)) {
            assertThatThrownBy(() -> index.find(new HistoryQuestion(), 1)).hasMessageContaining("can't be indexed");
            Thread.sleep(500);
        }
        assertThat(attempts.get()).isBetween(2, 5);
    }

    @Test
    void refusesATextWithoutAnythingToFind() {
        assertThatThrownBy(() -> new HistoryQuestion().text("油 …")).isInstanceOf(IllegalArgumentException.class);
    }
}
