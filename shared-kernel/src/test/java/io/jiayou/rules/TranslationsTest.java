package io.jiayou.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    @Test
    void haveTheChineseSetInBelowTheEnglish() {
        assertThat(Translations.read(List.of("# Orders", "", "paid", "    已支付", "  ", "not paid ", "    未支付 ")))
                .isEqualTo(Map.of("paid", "已支付", "not paid", "未支付"));
    }

    @Test
    void haveEachEnglishOnce() {
        assertThatThrownBy(() -> Translations.read(List.of("paid", "    已支付", "paid", "    付了")))
                .hasMessage("twice: paid");
    }

    @Test
    void areThoseOfAllModulesTogether() {
        assertThat(Translations.all(TranslationsTest.class.getClassLoader(), ChineseDetails.FILE))
                .hasSizeGreaterThan(20)
                .allSatisfy((english, chinese) -> assertThat(chinese).isEqualTo(ChineseDetails.of(english)));
    }

    @Test
    void areFoundBesideAClassOrSaidToBeMissing() {
        assertThat(Translations.beside(TranslationsTest.class, "paid_zh.txt")).isEqualTo(Map.of("paid", "已支付"));
        assertThatThrownBy(() -> Translations.beside(TranslationsTest.class, "none.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("there is no none.txt beside ");
    }
}
