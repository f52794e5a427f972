package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandSideTest {

    private static final Map<String, String> WHOLE = Map.of(
            "JIAYOU_AXON_SERVERS", "localhost:8124",
            "JIAYOU_IDENTIFIER_KEY", "k",
            "JIAYOU_MASTER_KEY", "m",
            "JIAYOU_IDENTITY_MONGODB_URI", "mongodb://localhost/jiayou-identity");

    @Test
    void missesNothingWithStoresAndKeys() {
        assertThat(CommandSide.missing(WHOLE)).isEmpty();
    }

    @Test
    void namesAllThatIsMissingAndWhatBelongsThere() {
        assertThat(CommandSide.missing(Map.of()))
                .containsExactly(
                        "JIAYOU_AXON_SERVERS (host:port of Axon Server)",
                        "JIAYOU_IDENTIFIER_KEY (32 random bytes in Base64, made once and kept)",
                        "JIAYOU_IDENTITY_MONGODB_URI (a database of its own for keys and credentials)",
                        "JIAYOU_MASTER_KEY (32 random bytes in Base64, made once and kept)");
    }

    @Test
    void takesABlankSettingForMissing() {
        Map<String, String> blank = new HashMap<>(WHOLE);
        blank.put("JIAYOU_AXON_SERVERS", " ");

        assertThat(CommandSide.missing(blank)).containsExactly("JIAYOU_AXON_SERVERS (host:port of Axon Server)");
    }

    @Test
    void needsNothingToSealWithWhereNothingIsSealed() {
        assertThat(CommandSide.missing(Map.of("JIAYOU_PRIVACY_SEALING", "off")))
                .containsExactly(
                        "JIAYOU_AXON_SERVERS (host:port of Axon Server)",
                        "JIAYOU_IDENTIFIER_KEY (32 random bytes in Base64, made once and kept)");
    }
}
