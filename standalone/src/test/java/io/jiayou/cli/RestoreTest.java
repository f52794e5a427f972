package io.jiayou.cli;

import static io.jiayou.cli.CommandLineTest.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.recovery.RecoveryKit;
import io.jiayou.standalone.Unfinished;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {

    @TempDir
    private Path directory;

    /** It may be killed while the store lets it wait. */
    @Test
    @Timeout(60)
    void theDirectoryIsMarkedBeforeTheArchiveIsAskedAnything() throws IOException {
        System.setProperty("aws.accessKeyId", "tester");
        System.setProperty("aws.secretAccessKey", "tester");
        Path kit = directory.resolve("kit");
        AgeIdentity identity = RecoveryKit.make(kit, Instant.now());
        assertThat(identity).isNotNull();
        KeyFile.open(directory, "archive", "jiayou.example/test/archive", KeyType.NOTE);
        KeyFile.open(directory, "log", "jiayou.example/test", KeyType.NOTE);
        RecoveryKit.believe(kit, vkey("archive"), vkey("log"));
        Path data = directory.resolve("data");
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String from = "s3://b/p?endpoint=http://127.0.0.1:" + silent.getLocalPort();
            Thread restore = Thread.ofPlatform()
                    .daemon()
                    .start(() -> say("restore", "--from", from, "--identity", kit + "", "--into", data + ""));
            try (Socket asked = silent.accept()) {
                assertThat(asked.isConnected()).isTrue();
                assertThatThrownBy(new Unfinished(data)::expectNone).hasMessageContaining("hasn't ended");
            } finally {
                restore.interrupt();
                System.clearProperty("aws.accessKeyId");
                System.clearProperty("aws.secretAccessKey");
            }
        }
    }

    private List<String> vkey(String name) throws IOException {
        return List.of(Files.readString(directory.resolve(name + ".vkey")).strip());
    }
}
