package io.jiayou.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.ids.Ids;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierKeyTest {

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String PHONE = "+8613800138000";

    @Test
    void givesTheSameIdentifierTheSameClaimEverywhere() {
        assertThat(IdentifierKey.of(SECRET).claimId(IdentifierKind.PHONE, PHONE))
                .isEqualTo(IdentifierKey.of(" " + SECRET + "\n").claimId(IdentifierKind.PHONE, PHONE))
                .isEqualTo("296b5e63-2782-8415-aef6-77b0701b3a2d");
    }

    @Test
    void tellsKindsAndIdentifiersAndKeysApart() {
        IdentifierKey key = IdentifierKey.of(SECRET);
        byte[] bytes = new byte[32];
        bytes[31] = 1;

        assertThat(key.claimId(IdentifierKind.PHONE, PHONE))
                .isNotEqualTo(key.claimId(IdentifierKind.OPENID, PHONE))
                .isNotEqualTo(key.claimId(IdentifierKind.PHONE, PHONE + "1"))
                .isNotEqualTo(new IdentifierKey(bytes).claimId(IdentifierKind.PHONE, PHONE));
    }

    @Test
    void tellsAMissingKeyFromABrokenOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdentifierKey.of(" "))
                .withMessageContaining("is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdentifierKey.of("MDEyMw=="))
                .withMessageContaining("is no key");
    }

    /** It stands in stored data: another one would give everybody another account. */
    @Test
    void derivesIdsThatNeedTheKeyAndStayTheSame() {
        IdentifierKey key = IdentifierKey.of(SECRET);
        byte[] bytes = new byte[32];
        bytes[31] = 1;

        assertThat(key.derivedId("account", "operations"))
                .isEqualTo(IdentifierKey.of(SECRET).derivedId("account", "operations"))
                .isNotEqualTo(Ids.derived("account", "operations"))
                .isNotEqualTo(new IdentifierKey(bytes).derivedId("account", "operations"))
                .isNotEqualTo(key.derivedId("fuel-card-transaction", "operations"));
        assertThat(key.derivedId("PHONE", PHONE)).isNotEqualTo(key.claimId(IdentifierKind.PHONE, PHONE));
        assertThatIllegalArgumentException().isThrownBy(() -> key.derivedId("a:b", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> key.derivedId(":b", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not base64!", "MDEyMw=="})
    void saysInOneLineWhatIsMissing(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdentifierKey.of(secret))
                .withMessageStartingWith("JIAYOU_IDENTIFIER_KEY is ")
                .withMessageContaining("openssl rand -base64 32");
    }
}
