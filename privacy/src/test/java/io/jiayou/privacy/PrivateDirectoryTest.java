package io.jiayou.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void widen(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    @Test
    void isMadeForItsOwnerAlone(@TempDir Path directory) throws IOException {
        Path made = PrivateDirectory.make(directory.resolve("new/data"));

        assertThat(rights(made)).isEqualTo("rwx------");
    }

    @Test
    void takesFromOthersWhatTheyCouldRead(@TempDir Path directory) throws IOException {
        Path data = directory.resolve("data");
        Files.createDirectories(data.resolve("events"));
        Path log = Files.writeString(data.resolve("jiayou.log"), "words");
        Path key = Files.writeString(data.resolve("key"), "secret");
        Path linked = Files.writeString(directory.resolve("elsewhere"), "not ours");
        Files.createSymbolicLink(data.resolve("link"), linked);
        widen(data, "rwxr-xr-x");
        widen(data.resolve("events"), "rwxrwxrwx");
        widen(log, "rw-r--r--");
        widen(key, "r--------");
        widen(linked, "rw-r--r--");

        PrivateDirectory.make(data);

        assertThat(rights(data)).isEqualTo("rwx------");
        assertThat(rights(data.resolve("events"))).isEqualTo("rwx------");
        assertThat(rights(log)).isEqualTo("rw-------");
        assertThat(rights(key)).isEqualTo("r--------");
        assertThat(rights(linked)).isEqualTo("rw-r--r--");
    }
}
