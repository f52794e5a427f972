package io.jiayou.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({"zh-CN, zh-Hans", "zh-Hant-TW, zh-Hans", "yue-HK, zh-Hans", "en-GB, en", "de, en", "und, en"})
    void areAnsweredInOneOfTwo(String asked, String answered) {
        Locale reader = Locale.forLanguageTag(asked);

        assertThat(Languages.tag(reader)).isEqualTo(answered);
        assertThat(Languages.of(reader)).isEqualTo(answered.equals("en") ? Locale.ENGLISH : Locale.CHINESE);
    }
}
