package io.jiayou.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void are256BitsThatNeverRepeat() {
        Set<String> secrets = new HashSet<>();
        for (int n = 0; n < 1_000; n++) {
            secrets.add(Secrets.random());
        }

        assertThat(secrets).hasSize(1_000).allSatisfy(secret -> assertThat(secret)
                .matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void areOfTheLettersThatOneWants() {
        assertThat(Secrets.random(200, "ab"))
                .hasSize(200)
                .matches("[ab]+")
                .contains("a")
                .contains("b");
    }

    /** FIPS 180-2, appendix B.1: stored hashes may never change. */
    @Test
    void areKeptAsTheirHash() {
        assertThat(Secrets.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void areToldFromOthers() {
        String hash = Secrets.hash("abc");

        assertThat(Secrets.matches("abc", hash)).isTrue();
        assertThat(Secrets.matches("abd", hash)).isFalse();
    }
}
