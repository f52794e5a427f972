package io.jiayou.archive.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jiayou.archive.manifest.RememberedHead;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.target.FolderTarget;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.verify.ArchiveVerifier;
import io.jiayou.archive.verify.Finding;
import io.jiayou.archive.verify.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of a megabyte. */
class FullDiskTest {

    @TempDir
    private Path directory;

    private Path disk;

    @BeforeEach
    void aSmallDisk() throws IOException, InterruptedException {
        disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()), "a tmpfs can't be mounted");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    private static boolean run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void refusesCleanlyAndGoesOnOnceThereIsSpace() throws IOException {
        SampleArchive sample = new SampleArchive(directory.resolve("sample"), "full");
        sample.pace(Duration.ZERO, 20_000);
        Path ballast = disk.resolve("ballast");
        Files.write(ballast, new byte[700_000]);
        Target target = FolderTarget.open("disk", disk.resolve("archive"));
        Path memory = directory.resolve("disk.head");
        Archiver archiver = sample.archiver(target, memory);

        int refusals = 0;
        for (int round = 0; round < 200 && refusals < 5; round++) {
            sample.history.grow(60);
            refusals += isRefused(archiver) ? 1 : 0;
        }
        Finding full = verify(sample, target, memory);
        String error = archiver.progress().lastError();
        Files.delete(ballast);
        archiver.flush();
        Finding after = verify(sample, target, memory);

        assertThat(refusals).isEqualTo(5);
        assertThat(error).contains("No space left");
        assertThat(full).matches(Finding::holds);
        assertThat(full.events()).isPositive().isLessThan(sample.history.size());
        assertThat(after).matches(Finding::holds);
        assertThat(after.events()).isEqualTo(sample.history.size());
        assertThat(archiver.progress().lastError()).isNull();
    }

    private static boolean isRefused(Archiver archiver) {
        try {
            archiver.flush();
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static Finding verify(SampleArchive sample, Target target, Path memory) throws IOException {
        Known known = Known.of(RememberedHead.read(memory, sample.trust().archive()));
        return new ArchiveVerifier(target, sample.trust(), known, List.of(sample.identity), () -> sample.now).verify();
    }
}
