package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

class DataDirectoryTest {

    @TempDir
    private Path directory;

    /** With stand-ins anybody is anybody. */
    @ParameterizedTest
    @CsvSource({
        "jiayou.anything, true, false, false",
        "jiayou.demo, true, true, true",
        "jiayou.stand-ins, true, true, true",
        "jiayou.identity.codes-to-log, true, false, true"
    })
    void letsNothingStandInForTheWorldOutsideUnlessItIsAsked(
            String name, String value, boolean wechat, boolean codesToLog) {
        ConfigurableEnvironment settled = settled(Map.of(name, value));

        assertThat(settled.getProperty("jiayou.wechat.stand-in", Boolean.class)).isEqualTo(wechat);
        assertThat(settled.getProperty("jiayou.identity.codes-to-log", Boolean.class))
                .isEqualTo(codesToLog);
    }

    @Test
    void takesTheRealWechatWhereItIsKnown() {
        ConfigurableEnvironment settled = settled(Map.of("jiayou.stand-ins", "true", "JIAYOU_WECHAT_APP_ID", "wx1"));

        assertThat(settled.getProperty("jiayou.wechat.stand-in", Boolean.class)).isFalse();
    }

    /** What it had claimed in the checkpoint when it ended is its own, and nobody waits until that has run out. */
    @Test
    void isTheSameNodeAfterARestartWhereItHasItsReadStoreToItself() {
        String node = settled(Map.of()).getRequiredProperty("jiayou.read-models.node");

        assertThat(settled(Map.of()).getProperty("jiayou.read-models.node")).isEqualTo(node);
        assertThat(settled(Map.of("JIAYOU_MONGODB_URI", "mongodb://127.0.0.1/x"))
                        .getProperty("jiayou.read-models.node"))
                .isNull();
    }

    @Test
    void makesAMasterKeyOnceAndKeepsIt() {
        String first = settled(Map.of()).getRequiredProperty("jiayou.master-key");

        assertThat(settled(Map.of()).getRequiredProperty("jiayou.master-key")).isEqualTo(first);
        assertThat(directory.resolve("keys/master.key")).exists();
    }

    /** A new one would open nothing of what is there. */
    @Test
    void doesNotStartWithKeysOfPersonsAndWithoutWhatUnwrapsThem() throws IOException {
        Files.createDirectories(directory.resolve("keys/records"));

        assertThatThrownBy(() -> settled(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("put " + directory.resolve("keys/master.key") + " back");
        assertThat(directory.resolve("keys/master.key")).doesNotExist();
    }

    private ConfigurableEnvironment settled(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("jiayou.data", directory.toString());
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
            new DataDirectory().initialize(context);
            return context.getEnvironment();
        }
    }
}
