package io.jiayou.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTextTest {

    private static final SealedText NAME =
            new SealedText("driver.registered", "name", "d.1_x-2", new byte[] {1, 2, -3});

    @Test
    void isReadBackFromItsStoredForm() {
        String stored = NAME.toString();

        assertThat(stored).isEqualTo("sealed1:driver.registered:name:d.1_x-2:AQL9");
        assertThat(SealedText.parse(stored)).hasValueSatisfying(read -> {
            assertThat(read.type()).isEqualTo("driver.registered");
            assertThat(read.field()).isEqualTo("name");
            assertThat(read.person()).isEqualTo("d.1_x-2");
            assertThat(read.ciphertext()).containsExactly(1, 2, -3);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "王小明", "sealed1:", "sealed1:a:b:c", "sealed1:a:b:c:!", "sealed2:a:b:c:AQL9", "[erased]"})
    void anyOtherTextIsNotSealed(String text) {
        assertThat(SealedText.parse(text)).isEmpty();
    }

    @Test
    void isBoundToTypeFieldAndPerson() {
        assertThat(NAME.binding())
                .isEqualTo(SealedText.binding("driver.registered", "name", "d.1_x-2"))
                .isNotEqualTo(SealedText.binding("driver.registered", "phone", "d.1_x-2"))
                .isNotEqualTo(SealedText.binding("driver.profile-changed", "name", "d.1_x-2"))
                .isNotEqualTo(SealedText.binding("driver.registered", "name", "d.1_x-3"));
    }
}
