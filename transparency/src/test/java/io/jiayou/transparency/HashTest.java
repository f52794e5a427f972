package io.jiayou.transparency;

import static io.jiayou.transparency.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {

    private static final String OF_NOTHING = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void theEmptyTreeIsTheHashOfNothing() {
        assertThat(TreeHashing.empty()).isEqualTo(Hash.parse(OF_NOTHING)).hasToString(OF_NOTHING);
    }

    @Test
    void leavesAndNodesAreKeptApart() {
        Hash left = TreeHashing.leaf(new byte[0]);
        Hash right = TreeHashing.leaf(new byte[] {0});
        byte[] both = new byte[64];
        left.copyTo(both, 0);
        right.copyTo(both, 32);

        assertThat(left).hasToString("bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=");
        assertThat(TreeHashing.node(left, right)).isNotEqualTo(TreeHashing.leaf(both));
    }

    @Test
    void isItsBytes() {
        byte[] bytes = new byte[32];
        bytes[31] = 1;
        Hash hash = Hash.of(bytes);
        bytes[31] = 2;
        hash.bytes()[31] = 3;

        assertThat(hash.bytes()[31]).isEqualTo((byte) 1);
        assertThat(hash).isEqualTo(Hash.parse(hash.toString())).isNotEqualTo(Hash.of(bytes));
        assertThat(hash).hasSameHashCodeAs(Hash.parse(hash.toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void has32Bytes(int length) {
        assertRefused(Verdict.MALFORMED, () -> Hash.of(new byte[length]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= ",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA=="
            })
    void hasOneSpelling(String text) {
        assertRefused(Verdict.MALFORMED, () -> Hash.parse(text));
    }
}
