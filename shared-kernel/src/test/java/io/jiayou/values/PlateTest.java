package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "沪A12345",
                "京B0A1C2",
                "粤BABCDE",
                "新Z99999", // ordinary
                "沪AD12345",
                "沪AF12345",
                "京AK12345",
                "粤BDF1234", // new energy, small: a letter in front
                "沪A12345D",
                "粤B12345F",
                "京C00000A", // new energy, large: a letter at the end
                "沪A1234警",
                "沪A1234学",
                "沪A1234挂",
                "粤Z1234港",
                "粤Z1234澳",
                "使014578",
                "沪A1234领",
                "京X1234应急",
                "粤XA123应急"
            })
    void acceptsPlatesOfTheStandard(String plate) {
        assertThat(new Plate(plate).number()).isEqualTo(plate);
    }

    @ParameterizedTest
    @CsvSource({
        "沪a12345, 沪A12345",
        "沪A·12345, 沪A12345",
        "沪A•D12345, 沪AD12345",
        "沪A・12345, 沪A12345",
        "沪A.12345, 沪A12345",
        "沪A-12345, 沪A12345",
        "' 沪 A 12345 ', 沪A12345",
        "沪ad12345, 沪AD12345",
        "沪Ａ１２３４５, 沪A12345",
        "沪ａ·１２３４５, 沪A12345",
        "沪A∙12345, 沪A12345",
        "沪A⋅12345, 沪A12345",
        "沪A．12345, 沪A12345",
        "沪A－12345, 沪A12345",
        "沪A–12345, 沪A12345",
        "'沪A\u300012345', 沪A12345",
        "沪A\u00A012345, 沪A12345",
        "\u202D沪A\u200B12345\u202C, 沪A12345",
        "使 014·578, 使014578"
    })
    void writesOnePlateInOneWay(String given, String number) {
        assertThat(new Plate(given)).isEqualTo(new Plate(number));
        assertThat(new Plate(given).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "·",
                "沪",
                "沪A",
                "A12345",
                "12345",
                "沪A1234",
                "沪A1234567",
                "沪112345",
                "沪I12345",
                "沪AI2345",
                "沪A1234O",
                "沪A1234I",
                "湖A12345",
                "HUA12345",
                "沪A警1234",
                "沪A12345警",
                "沪A1234車",
                "沪AL12345",
                "沪AD1234O",
                "沪AI12345",
                "沪A12345L",
                "沪A1234DD",
                "沪A123456",
                "沪A12345\u0000",
                "使01457",
                "使A14578",
                "沪A使1234",
                "沪A12345领",
                "京A1234应急",
                "京X1234应",
                "民航A1234",
                "沪A1234试",
                "沪A1234超",
                "沪A1234临",
                "沪O12345",
                "沪Aß123",
                "沪Aß1234",
                "沪A١٢٣٤٥",
                "WJ沪1234",
                "沪A12345;DROP"
            })
    void refusesWhatIsNoPlate(String plate) {
        assertThatThrownBy(() -> new Plate(plate)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eitherNormalisesOrRefusesWhateverIsTyped() {
        Random random = new Random(6);
        String alphabet = "沪京粤AaDdFfIiOoZz0189警学·. -ß１\uD83D";
        int accepted = 0;
        for (int i = 0; i < 200_000; i++) {
            String typed = (random.nextBoolean() ? "沪A" : "") + random(random, alphabet, random.nextInt(9));
            try {
                String number = new Plate(typed).number();
                assertThat(new Plate(number).number()).isEqualTo(number);
                accepted++;
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessage("not a plate of mainland China");
            }
        }
        assertThat(accepted).isGreaterThan(100);
    }

    private static String random(Random random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
