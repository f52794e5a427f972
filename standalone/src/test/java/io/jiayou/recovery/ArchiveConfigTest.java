package io.jiayou.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.backup.BackupSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ArchiveConfigTest {

    /** A backup of a stopped system keeps them as a running one does that nobody told anything else. */
    @Test
    void keepsKeysOfPersonsAsLongAsARunningSystemDoes() {
        BackupSettings unset =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("jiayou.archive", BackupSettings.class);

        assertThat(new ArchiveConfig(List.of(), List.of()).atOnce().keepKeys()).isEqualTo(unset.keepKeys());
        assertThat(ArchiveConfig.KEEP_KEYS).isEqualTo(unset.keepKeys());
    }
}
