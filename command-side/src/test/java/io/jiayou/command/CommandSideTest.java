package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandSideTest {

    private static final String SERVERS = "JIAYOU_AXON_SERVERS";
    private static final String KEY = "JIAYOU_IDENTIFIER_KEY";

    @Test
    void missesNothingWithAnEventStoreAndAKey() {
        assertThat(CommandSide.missing(Map.of(SERVERS, "localhost:8124", KEY, "MDEy")))
                .isEmpty();
    }

    @Test
    void namesAllThatIsMissingAndWhatBelongsThere() {
        assertThat(CommandSide.missing(Map.of()))
                .containsExactly(
                        "JIAYOU_AXON_SERVERS (host:port of Axon Server)",
                        "JIAYOU_IDENTIFIER_KEY (32 random bytes in Base64, made once and kept)");
    }

    @Test
    void takesABlankSettingForMissing() {
        assertThat(CommandSide.missing(Map.of(SERVERS, " ", KEY, "MDEy"))).hasSize(1);
    }
}
