package io.jiayou.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.verify.Known;
import io.jiayou.transparency.TreeHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillTest {

    private static final LiveSystem LIVE = new LiveSystem() {
        @Override
        public long size() {
            return 0;
        }

        @Override
        public boolean continues(TreeHead restored) {
            return true;
        }

        @Override
        public SortedMap<String, String> hashesAfter(long events) {
            return new TreeMap<>();
        }

        @Override
        public double secondsSince(long position) {
            return 0;
        }
    };

    @TempDir
    private Path directory;

    private Drill drill(SampleArchive archive, AgeIdentity identity) {
        return new Drill(
                new RestoredDirectory(archive.target, archive.trust(), Known.nothing(), List.of(identity)), LIVE);
    }

    /** Nothing was compared, and the archive may be as good as ever. */
    @Test
    void whoeverMistakesTheIdentityGetsNoReport() throws IOException {
        SampleArchive archive = new SampleArchive(directory.resolve("sample"), "drilled").fill();
        Path scratch = directory.resolve("scratch");

        assertThatThrownBy(
                        () -> drill(archive, AgeIdentity.generate()).run(scratch, new Until.Everything(), done -> {}))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.verdict()).isEqualTo(ArchiveVerdict.WRONG_IDENTITY));
        assertThat(scratch).doesNotExist();
    }

    @Test
    void anArchiveThatIsntWholeIsReported() throws Exception {
        SampleArchive archive = new SampleArchive(directory.resolve("sample"), "drilled").fill();
        Files.delete(archive.folder.resolve("segments/000000000000.note"));

        assertThat(drill(archive, archive.identity)
                        .run(directory.resolve("scratch"), new Until.Everything(), done -> {})
                        .error())
                .startsWith("MISSING");
    }
}
