package io.jiayou.cli;

import static io.jiayou.cli.CommandLineTest.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.backup.SigningKey;
import io.jiayou.cli.CommandLineTest.Said;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupInitTest {

    @TempDir
    private Path directory;

    private Path data;

    @BeforeEach
    void aSystemThatWasStartedOnce() throws IOException {
        data = directory.resolve("data");
        KeyFile.open(data.resolve("audit"), "log", "jiayou.example/test", KeyType.NOTE);
    }

    private Said init(String target, String kit, String... more) {
        List<String> arguments = new ArrayList<>(List.of("backup", "init", "--to", target, "--data", data + ""));
        arguments.addAll(List.of("--kit", directory.resolve(kit) + ""));
        arguments.addAll(List.of(more));
        return say(arguments.toArray(String[]::new));
    }

    @Test
    void whatWasSetUpBeforeIsReplacedOnlyByForce() throws IOException {
        String first = directory.resolve("first").toString();
        String second = directory.resolve("second").toString();
        assertThat(init(first, "kit").status()).isZero();
        ArchiveConfig before = ArchiveConfig.in(data);

        Said refused = init(second, "kit2");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.line())
                .startsWith("jiayou: " + data + " archives to " + first + " already, opened by "
                        + before.recipients().getFirst())
                .contains("--force");
        assertThat(ArchiveConfig.in(data)).isEqualTo(before);
        assertThat(directory.resolve("kit2")).doesNotExist();
        assertThat(directory.resolve("second")).doesNotExist();

        assertThat(init(second, "kit2", "--force").status()).isZero();
        assertThat(ArchiveConfig.in(data).targets()).containsExactly(second);
        assertThat(ArchiveConfig.in(data).recipients()).doesNotContainAnyElementsOf(before.recipients());
    }

    @Test
    void aFolderIsTheSameForCommandsInOtherDirectories() throws IOException {
        Path here = Path.of("").toAbsolutePath();

        assertThat(init(here.relativize(directory.resolve("usb")).toString(), "kit")
                        .status())
                .isZero();

        assertThat(ArchiveConfig.in(data).targets())
                .containsExactly(directory.resolve("usb").toString());
    }

    @Test
    void whatIsNoPlaceOfAnArchiveIsSaidInTheReadersLanguage() {
        assertThat(init("", "kit").line()).startsWith("jiayou: '' is no place of an archive: a folder, or s3://");
        assertThat(init("ftp://x", "kit").line()).startsWith("jiayou: ftp://x is no place of an archive");
        assertThat(Files.exists(data.resolve("archive.properties"))).isFalse();
    }

    @Test
    void anArchiveOfAnotherSystemStaysItsOwn() throws IOException {
        SampleArchive other = new SampleArchive(directory.resolve("other"), "other").fill();

        for (int attempt = 0; attempt < 2; attempt++) {
            Said refused = init(other.folder.toString(), "kit");

            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.line())
                    .isEqualTo(
                            "jiayou: " + other.folder
                                    + " holds an archive that isn't this system's (WRONG_KEY): name a place where nothing is yet");
            assertThat(ArchiveConfig.in(data).targets()).isEmpty();
            assertThat(directory.resolve("kit")).doesNotExist();
            SigningKey.open(ArchiveConfig.directory(data), "jiayou.example/test");
        }
    }

    @Test
    void aFolderInTheDataDirectoryIsNoPlaceForIt() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), data);

        for (Path inside : List.of(data, data.resolve("backup"), link.resolve("backup"))) {
            assertThat(init(inside.toString(), "kit").line())
                    .isEqualTo("jiayou: " + inside + " is in the data directory, and would be lost with it");
            assertThat(data.resolve("backup")).doesNotExist();
        }
        assertThat(init(directory.resolve("data-2").toString(), "kit").status()).isZero();
    }
}
