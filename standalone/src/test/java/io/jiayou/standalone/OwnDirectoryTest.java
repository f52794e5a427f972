package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A system takes no directory of somebody else for itself, and each of its own, of whatever version. */
class OwnDirectoryTest {

    @TempDir
    private Path directory;

    private void expectOurs(Path data) throws IOException {
        new OwnDirectory(data).expectOurs();
    }

    @Test
    void takesOneThatIsAbsentOrEmpty() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        Files.createDirectory(empty.resolve("lost+found"));

        assertThatCode(() -> expectOurs(directory.resolve("a/b"))).doesNotThrowAnyException();
        assertThatCode(() -> expectOurs(empty)).doesNotThrowAnyException();
        assertThat(directory.resolve("a")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identifier.key",
                "events/CURRENT",
                "keys/master.key",
                "audit/log.key",
                "archive.properties",
                "jiayou.log",
                "jiayou.lock"
            })
    void takesOneInWhichASystemOrARestoreHasLeftSomething(String left) throws IOException {
        Path file = directory.resolve(left);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.writeString(directory.resolve("notes.txt"), "of whoever runs it");

        assertThatCode(() -> expectOurs(directory)).doesNotThrowAnyException();
    }

    @Test
    void refusesSomebodyElsesAndTouchesNothing() throws IOException {
        Path home = Files.createDirectory(directory.resolve("home"));
        Path letter = Files.createDirectories(home.resolve("tmp")).resolve("letter");
        Files.writeString(letter, "dear");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> expectOurs(home)).hasMessageContaining(home + " isn't empty");
        assertThatThrownBy(new Unfinished(home)::begin).hasMessageContaining(home + " isn't empty");

        assertThat(letter).hasContent("dear");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void saysWhatIsThereInstead() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));

        assertThatThrownBy(() -> expectOurs(file)).hasMessage(file + " is a file, not a directory");
        assertThatThrownBy(() -> expectOurs(file.resolve("data"))).hasMessageContaining(file + " isn't a directory");
        assertThatThrownBy(() -> expectOurs(link)).hasMessage(link + " is a link to nowhere, which isn't there");
    }

    /** Root may write anywhere, so nobody leads it there. */
    @ParameterizedTest
    @ValueSource(strings = {"tmp", "jiayou.log", "jiayou.out", "jiayou.process", "jiayou.lock"})
    void refusesOneWhereWhatItWritesToIsALink(String written) throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path data = Files.createDirectory(directory.resolve("data"));
        Files.writeString(data.resolve("identifier.key"), "");
        Files.createSymbolicLink(data.resolve(written), elsewhere);

        assertThatThrownBy(() -> expectOurs(data)).hasMessageContaining(written + " is a link");
    }

    @Test
    void refusesOneOfAnotherUser() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root makes something for others");
        Path data = Files.createDirectory(directory.resolve("data"));
        Files.setOwner(
                data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        assertThatThrownBy(() -> expectOurs(data)).hasMessageContaining("belongs to nobody, and this is root");
    }
}
