package io.jiayou.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.backup.BackupSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

class ArchiveConfigTest {

    @TempDir
    private Path data;

    /** A backup of a stopped system keeps them as a running one does that nobody told anything else. */
    @Test
    void keepsKeysOfPersonsAsLongAsARunningSystemDoes() {
        BackupSettings unset =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("jiayou.archive", BackupSettings.class);

        assertThat(new ArchiveConfig(List.of(), List.of()).atOnce().keepKeys()).isEqualTo(unset.keepKeys());
        assertThat(ArchiveConfig.KEEP_KEYS).isEqualTo(unset.keepKeys());
    }

    @Test
    void isReadAlikeByCommandsAndByTheSystem() throws IOException {
        ArchiveConfig config = new ArchiveConfig(List.of("/mnt/存档 1"), List.of("age1x"));

        config.write(data);

        assertThat(ArchiveConfig.in(data)).isEqualTo(config);
        assertThat(new PropertiesPropertySourceLoader()
                        .load("archive", new FileSystemResource(data.resolve("archive.properties")))
                        .getFirst()
                        .getProperty("jiayou.archive.targets"))
                .hasToString("/mnt/存档 1");
    }

    @Test
    void isReadAsAVersionBeforeHasWrittenIt() throws IOException {
        Files.writeString(
                data.resolve("archive.properties"), "jiayou.archive.targets=/mnt/存档\n", StandardCharsets.UTF_8);

        assertThat(ArchiveConfig.in(data).targets()).containsExactly("/mnt/存档");
    }
}
