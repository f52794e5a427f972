package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \u3000\u00A0",
                "\u200B",
                "\uFEFF\u2060",
                "\u3164",
                "\u115F\u1160",
                "\uFFA0",
                "\u2800",
                "\u034F",
                "\uFE0F",
                "\uDB40\uDC41",
                "\u202E\u202C"
            })
    void nothingCanBeSeenOfBlanksFillersAndMarks(String text) {
        assertThat(Text.isVisible(text)).isFalse();
        assertThat(Limit.STATION.refusal(text))
                .isEqualTo(text.contains("\u202E") ? Rule.TEXT_NOT_PLAIN : Rule.TEXT_BLANK);
    }

    /** Joiners are part of writing in some scripts, and of pictures. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\u200Ba", "👨\u200D👩\u200D👧", "می\u200Cخواهم", "❤\uFE0F", "\u0301"})
    void anythingElseCanBeSeenAndMayBeAName(String text) {
        assertThat(Text.isVisible(text)).isTrue();
        assertThat(Limit.STATION.allows(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u061C", "\u200E", "\u200F", "\u202A", "\u202E", "\u2066", "\u2069"})
    void whatTurnsTheDirectionIsNoPartOfNamesOfPlaces(String mark) {
        assertThat(Text.turnsDirection("a" + mark + "b")).isTrue();
        assertThat(Limit.STATION.refusal("a" + mark + "b")).isEqualTo(Rule.TEXT_NOT_PLAIN);
    }

    /** A driver's name stands again in the event that changes the phone number. */
    @Test
    void whatIsCopiedFromEarlierEventsMayBeOlderThanThat() {
        assertThat(Limit.PERSON.allows("a\u202Eb")).isTrue();
        assertThat(Limit.PERSON.allows("\u3164")).isTrue();
        assertThat(Limit.PERSON.allows("\u200B")).isFalse();
        assertThat(Limit.PHONE.allows("+86013800138000")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "加油站", "👍", "\uD7FF", "\uE000", "\uFDCF", "\uFDF0", "\uFFFD", "\t", "\n", "\r"})
    void whatIsPlain(String text) {
        assertThat(Text.isPlain(text)).isTrue();
        assertThat(Text.isLine(text)).isEqualTo(!text.isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u001B",
                "\u007F",
                "\u0085",
                "\uD842",
                "\uDFB7",
                "\uFDD0",
                "\uFDEF",
                "\uFFFE",
                "\uFFFF",
                "\uDBFF\uDFFF"
            })
    void controlsHalvesOfPairsAndWhatIsNoCharacterAreNot(String text) {
        assertThat(Text.isPlain("a" + text + "b")).isFalse();
        assertThat(Text.isLine("a" + text + "b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u2029"})
    void aLineHasNoSeparatorOfLines(String separator) {
        assertThat(Text.isPlain(separator)).isTrue();
        assertThat(Text.isLine(separator)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u180B",
                "\u180F",
                "\uFE00",
                "\uFFF0",
                "\uFFF8",
                "\uDB40\uDC00",
                "\uDB43\uDFFF",
                "\u17B4",
                "\u2065"
            })
    void nothingCanBeSeenOfMarksThatChooseAmongForms(String mark) {
        assertThat(Text.isVisible(mark)).isFalse();
        assertThat(Text.asTyped("a" + mark + "b")).isEqualTo("ab");
    }

    @Test
    void staysAsItIsWhereItIsTooLongToBeTyped() {
        String marks = "\u0300".repeat(100) + "\u0316".repeat(100);

        assertThat(Text.asTyped(marks)).isEqualTo(marks);
    }

    @ParameterizedTest
    @CsvSource({"ＡＢ１２－．, AB12-.", "\u202Da\u200Bb\uFEFF\u202C, ab", "a\u3000b\u00A0c, a b c", "👍\uFE0F, 👍"})
    void isBroughtIntoTheFormThatKeysWouldType(String text, String typed) {
        assertThat(Text.asTyped(text)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XAG", "XXX", "XTS", "XBA", "XDR", "EURO", "cny", ""})
    void currenciesThatAreNoMoneyAreRefused(String code) {
        assertThat(Limit.CURRENCY.allows(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CNY", "CZK", "JPY", "KWD"})
    void moneyIsAllowed(String code) {
        assertThat(Limit.CURRENCY.allows(code)).isTrue();
    }
}
