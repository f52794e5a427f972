package io.jiayou.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What holds where nothing is set; other pages promise it. */
class BackupSettingsTest {

    private final BackupSettings unset =
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("jiayou.archive", BackupSettings.class);

    @Test
    void keepKeysOfPersonsForThirtyDays() {
        assertThat(unset.keepKeys()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void letNoEventWaitLongerThanFortySeconds() {
        assertThat(unset.every()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void takeAFullBackupEveryNightAndPruneNothing() {
        assertThat(unset.fullAt()).isEqualTo(LocalTime.of(3, 0));
        assertThat(unset.prune()).isNull();
        assertThat(unset.targets()).isEmpty();
    }
}
