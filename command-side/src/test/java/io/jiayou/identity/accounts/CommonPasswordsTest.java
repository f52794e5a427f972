package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Just common, and just not common any more. */
class CommonPasswordsTest {

    @ParameterizedTest
    @CsvSource({
        "four different characters,      kq#vvqk#kqvv#, true",
        "five different characters,      kq#vzzvqk#kq,  false",
        "six characters repeated,        k7#vzqk7#vzq,  true",
        "seven characters repeated,      k7#vzqxk7#vzqx, false",
        "six keys of a row,              asdfgh#2#7#9,  true",
        "five keys of a row,             asdfg#2#7#9#,  false",
        "a word and two letters,         passwordxk2849, true",
        "a word and three letters,       passwordxkq284, false",
        "a word with signs for letters,  p@$$w0rd#28497, true",
    })
    void goBySmallDifferences(String what, String password, boolean common) {
        assertThat(CommonPasswords.isCommon(password, "wang")).as(what).isEqualTo(common);
    }

    @ParameterizedTest
    @CsvSource({
        "zhu2849#7153!, true",
        "ZHU2849#7153!, true",
        "zhuli849#7153!, true",
        "li2849#7153!, false",
        "xu2849#7153!, false"
    })
    void goByThePartsOfTheNameThatAreLongEnough(String password, boolean common) {
        assertThat(CommonPasswords.isCommon(password, "Li.Zhu")).isEqualTo(common);
    }
}
