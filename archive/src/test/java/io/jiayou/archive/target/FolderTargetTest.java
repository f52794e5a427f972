package io.jiayou.archive.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTargetTest extends TargetContract {

    @TempDir
    private Path directory;

    @Override
    Target target() throws IOException {
        return FolderTarget.open("folder", directory.resolve("archive"));
    }

    @Test
    void letsOneOfManyAtOnceMakeAFile() throws Exception {
        Target target = target();
        for (int round = 0; round < 10; round++) {
            Race race = Race.of(8, target, "race/" + round + ".note");

            assertThat(race.winners()).hasSize(1);
            assertThat(race.content()).isEqualTo("by " + race.winners().getFirst());
        }
    }

    @Test
    void publishesUnderALockWhereThereAreNoHardLinks() throws IOException {
        Path one = Files.writeString(directory.resolve("one"), "one");
        Path two = Files.writeString(directory.resolve("two"), "two");
        Path place = directory.resolve("place");
        Path lock = directory.resolve("lock");

        boolean first = Publication.moveUnderLock(one, place, lock);
        boolean second = Publication.moveUnderLock(two, place, lock);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(place).hasContent("one");
    }

    @Test
    void dropsWhatWasLeftHalfWrittenLongAgo() throws IOException {
        target();
        Path aside = directory.resolve("archive").resolve(".incoming");
        Path old = Files.writeString(aside.resolve("old"), "half");
        Path recent = Files.writeString(aside.resolve("recent"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        Target later = FolderTarget.existing("folder", directory.resolve("archive"));
        later.create("a.note", Content.of(new byte[1]), null);

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }
}
