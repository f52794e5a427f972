package io.jiayou.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.backup.BackupSettings.Prune;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrunedSetsTest {

    @TempDir
    private Path directory;

    private ThreeFullBackups backups;

    @BeforeEach
    void pruneTwoOfThree() {
        backups = ThreeFullBackups.in(directory);
        backups.prune(Prune.APPLY);
    }

    /** As after a start: what was told before stands in the file alone. */
    private PrunedSets opened() throws IOException {
        return PrunedSets.in(directory, backups.archives.signing().signers());
    }

    private List<Long> told() throws IOException {
        List<Long> numbers = new ArrayList<>();
        PrunedSets sets = opened();
        sets.tell(backups.archives.targets().getFirst(), (set, target) -> numbers.add(set.number()));
        sets.tell(backups.archives.targets().getFirst(), (set, target) -> numbers.add(set.number()));
        return numbers;
    }

    @Test
    void tellsOfEachOnceAlsoAfterARestart() throws IOException {
        assertThat(told()).containsExactly(0L, 1L);
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOfTheSameNumberOnEachTarget() throws IOException {
        told();
        List<String> targets = new ArrayList<>();

        opened().tell(backups.archives.targets().getLast(), (set, target) -> targets.add(target.name()));

        assertThat(targets).hasSize(2).containsOnly(backups.share.toString());
    }

    @Test
    void tellsAgainWhatCouldNotBeRecorded() throws IOException {
        assertThatThrownBy(() -> opened().tell(backups.archives.targets().getFirst(), (set, target) -> {
                    throw new IOException("the command side is away");
                }))
                .isInstanceOf(IOException.class);

        assertThat(told()).containsExactly(0L, 1L);
    }

    @Test
    void tellsAllAgainWithoutItsFile() throws IOException {
        told();
        Files.delete(directory.resolve("prunings.recorded"));

        assertThat(told()).containsExactly(0L, 1L);
    }

    @Test
    void tellsNothingThatTheArchiveHasNotSigned() throws IOException {
        Path note = backups.usb.resolve(FileNames.pruned(0));
        Files.writeString(note, Files.readString(note).replace("\"by\":\"system\"", "\"by\":\"nobody\""));

        assertThatThrownBy(this::told).isInstanceOf(ArchiveException.class);
    }
}
