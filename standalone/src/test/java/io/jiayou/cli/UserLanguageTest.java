package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserLanguageTest {

    private final String before = System.getProperty(UserLanguage.SETTING, "C");

    @AfterEach
    void restore() {
        System.setProperty(UserLanguage.SETTING, before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN.UTF-8", "zh_CN", "zh", "zh_TW.UTF-8", "zh_CN.GB18030", "zh_SG@pinyin", "yue_HK"})
    void chineseIsChineseWhateverElseTheLocaleSays(String locale) {
        assertThat(UserLanguage.of(locale)).isEqualTo(Locale.CHINESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8", "POSIX", "en_GB.UTF-8", "de_CH", "", "_", "!"})
    void allElseIsEnglish(String locale) {
        assertThat(UserLanguage.of(locale)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void whatIsMoreParticularOutweighsTheRest() {
        Map<String, String> messages = Map.of("LANG", "en_US.UTF-8", "LC_MESSAGES", "zh_CN.UTF-8");
        assertThat(UserLanguage.of(null, messages)).isEqualTo(Locale.CHINESE);
        assertThat(UserLanguage.of(null, Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C")))
                .isEqualTo(Locale.ENGLISH);
        assertThat(UserLanguage.of(null, Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "")))
                .isEqualTo(Locale.CHINESE);
        assertThat(UserLanguage.of("C", Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Locale.ENGLISH);
        assertThat(UserLanguage.of(null, Map.of())).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void failuresAndWrongUsageAreInIt() {
        System.setProperty(UserLanguage.SETTING, "zh_CN.UTF-8");

        assertThat(CommandLineTest.say("start", "--port", "65536").line())
                .isEqualTo("jiayou: --port 须为 0 至 65535：65536");
        assertThat(CommandLineTest.say("start", "--port", "x").line())
                .isEqualTo("jiayou: --port N 的值不能是 x（详见 jiayou start --help）");
        assertThat(CommandLineTest.say("strat").line()).isEqualTo("jiayou: 无法识别：strat（详见 jiayou --help）");
        assertThat(CommandLineTest.say("audit", "report", "--from", "x").line())
                .isEqualTo("jiayou: 缺少：--to MOMENT、--out FILE（详见 jiayou audit report --help）");
        assertThat(CommandLineTest.say("import", "stations", "/none").line()).isEqualTo("jiayou: 没有 /none");
    }

    @Test
    void aMachineIsAnsweredInEnglish() {
        System.setProperty(UserLanguage.SETTING, "zh_CN.UTF-8");

        assertThat(CommandLineTest.say("status", "--json", "--data", "").line()).startsWith("jiayou: --data is empty");
    }
}
