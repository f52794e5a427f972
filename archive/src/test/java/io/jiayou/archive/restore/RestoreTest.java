package io.jiayou.archive.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.sample.GrowingHistory;
import io.jiayou.archive.sample.MemorySink;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.verify.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {

    @TempDir
    private Path directory;

    private SampleArchive archive;
    private final MemorySink sink = new MemorySink();

    @BeforeEach
    void anArchive() throws IOException {
        archive = new SampleArchive(directory, "restored").fill();
    }

    private Restored restore(Until until) throws IOException {
        return new Restore(
                        archive.target, archive.trust(), Known.nothing(), List.of(archive.identity), () -> archive.now)
                .run(sink, until, events -> {});
    }

    @Test
    void givesEveryEventBackAsItWas() throws IOException {
        Restored restored = restore(new Until.Everything());

        assertThat(sink.events).isEqualTo(archive.history.from(0, 1_000));
        assertThat(restored.head())
                .isEqualTo(archive.history.newest().unverified().head());
        assertThat(restored.complete()).isTrue();
        assertThat(restored.appended()).isEqualTo(archive.history.size());
    }

    @Test
    void handsTheNewestErasuresOverWhateverIsRestored() throws IOException {
        restore(new Until.Position(3));

        assertThat(sink.erasures).containsExactly("erased-two");
    }

    @Test
    void endsAtAnyPosition() throws IOException {
        for (int position : new Random(7).ints(20, 0, 96).toArray()) {
            sink.events.clear();
            Restored restored = restore(new Until.Position(position));

            assertThat(sink.events).isEqualTo(archive.history.from(0, position));
            if (position > 0) {
                assertThat(restored.head())
                        .isEqualTo(archive.history.at(position).unverified().head());
            }
            assertThat(restored.complete()).isEqualTo(position == archive.history.size());
        }
    }

    @Test
    void endsAtAMoment() throws IOException {
        Instant moment = GrowingHistory.BEGIN.plusSeconds(50).plusMillis(500);

        restore(new Until.Moment(moment));

        assertThat(sink.events).hasSize(51);
    }

    @Test
    void goesOnWhereItWasInterrupted() throws IOException {
        sink.breaksAt(33);
        assertThatThrownBy(() -> restore(new Until.Everything())).isInstanceOf(IllegalStateException.class);

        Restored restored = restore(new Until.Everything());

        assertThat(sink.events).isEqualTo(archive.history.from(0, 1_000));
        assertThat(restored.appended()).isEqualTo(archive.history.size() - 33);
    }

    @Test
    void doesNotGoOnBehindOtherEvents() {
        sink.append(0, archive.history.from(0, 20));
        sink.events.set(13, new GrowingHistory("other").event(13));

        assertRefused(() -> restore(new Until.Everything()), ArchiveVerdict.OTHER_EVENTS, 13);
    }

    @Test
    void doesNotGoBeyondTheArchive() {
        assertRefused(() -> restore(new Until.Position(96)), ArchiveVerdict.OUT_OF_RANGE, 95);
        assertThat(sink.events).isEmpty();
    }

    @Test
    void doesNotShortenWhatIsThere() {
        sink.append(0, archive.history.from(0, 20));

        assertRefused(() -> restore(new Until.Position(10)), ArchiveVerdict.OUT_OF_RANGE, 10);
        assertThat(sink.events).hasSize(20);
    }

    @Test
    void writesNothingFromAnArchiveWhoseLastFileIsDamaged() throws IOException {
        Path last = archive.folder.resolve(FileNames.segment(0));
        while (Files.exists(archive.folder.resolve(FileNames.segment(number(last) + 1)))) {
            last = archive.folder.resolve(FileNames.segment(number(last) + 1));
        }
        byte[] bytes = Files.readAllBytes(last);
        bytes[100] ^= 1;
        Files.write(last, bytes);

        assertThatThrownBy(() -> restore(new Until.Position(1)))
                .asInstanceOf(type(ArchiveException.class))
                .returns(ArchiveVerdict.ALTERED, ArchiveException::verdict);
        assertThat(sink.events).isEmpty();
        assertThat(sink.erasures).isEmpty();
    }

    private static long number(Path note) {
        return Long.parseLong(note.getFileName().toString().replace(".note", ""));
    }

    private static void assertRefused(ThrowingCallable restore, ArchiveVerdict verdict, long position) {
        assertThatThrownBy(restore)
                .asInstanceOf(type(ArchiveException.class))
                .returns(verdict, ArchiveException::verdict)
                .returns(position, e -> e.place().position());
    }
}
