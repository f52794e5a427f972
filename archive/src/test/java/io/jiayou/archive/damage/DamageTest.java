package io.jiayou.archive.damage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.manifest.ArchiveHead;
import io.jiayou.archive.manifest.RememberedHead;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.verify.Finding;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.write.Archiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DamageTest {

    /** Of each kind; more with {@code -Djiayou.damages=…}. */
    private static final int TIMES = Integer.getInteger("jiayou.damages", 40);

    @TempDir
    private Path directory;

    private SampleArchive archive;
    private Known known;
    private List<Map<String, byte[]>> states;

    @BeforeEach
    void anArchiveThatGrew() throws IOException {
        archive = new SampleArchive(directory, "damaged");
        states = new ArrayList<>();
        Archiver archiver = archive.archiver();
        for (int step = 0; step < 4; step++) {
            archive.history.grow(12);
            archiver.flush();
            if (step % 2 == 1) {
                archive.takeSet(archiver, "step" + step);
            }
            states.add(DamagedFolder.stateOf(archive.folder));
        }
        ArchiveHead head = RememberedHead.read(archive.memory, archive.trust().archive());
        known = Known.of(head);
        assertThat(archive.opened(known)).matches(Finding::holds);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundAtItsPlaceWithoutOpeningAnything(DamageKind kind) throws IOException {
        Random random = new Random(kind.ordinal());
        DamagedFolder damaged = DamagedFolder.of(archive.folder, random, states);

        for (int time = 0; time < TIMES; time++) {
            Damage damage = damaged.apply(kind);
            Finding finding = archive.closed(known);

            assertThat(finding.holds()).as("%s %s", time, damage).isFalse();
            assertThat(damage.files())
                    .as("%s", finding)
                    .contains(finding.place().file());
            assertThat(verdicts(kind)).as("%s %s", damage, finding).contains(finding.verdict());
        }
        damaged.mend();
        assertThat(archive.opened(known)).matches(Finding::holds);
    }

    private static List<ArchiveVerdict> verdicts(DamageKind kind) {
        return switch (kind) {
            // A turned bit in a signature's name leaves a note that nobody trusted has signed.
            case FLIP -> List.of(ArchiveVerdict.ALTERED, ArchiveVerdict.WRONG_KEY);
            case TRUNCATE -> List.of(ArchiveVerdict.ALTERED, ArchiveVerdict.TRUNCATED);
            case EXTEND -> List.of(ArchiveVerdict.ALTERED);
            case DELETE -> List.of(ArchiveVerdict.MISSING);
            // Files of different kinds aren't told apart from files of no kind.
            case SWAP -> List.of(ArchiveVerdict.SWAPPED, ArchiveVerdict.ALTERED, ArchiveVerdict.TRUNCATED);
            case DUPLICATE ->
                List.of(
                        ArchiveVerdict.REPEATED,
                        ArchiveVerdict.SWAPPED,
                        ArchiveVerdict.ALTERED,
                        ArchiveVerdict.TRUNCATED);
            case ROLL_BACK -> List.of(ArchiveVerdict.ROLLED_BACK);
        };
    }
}
