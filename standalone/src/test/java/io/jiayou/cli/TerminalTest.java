package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @ParameterizedTest
    @CsvSource({
        "'\u001b[2J\u001b]0;mine\u0007', '\\u001b[2J\\u001b]0;mine\\u0007'",
        "'a\u009b31mHOLDS', 'a\\u009b31mHOLDS'",
        "'abc\u202ecba', 'abc\\u202ecba'",
        "'a\u007f\rb', 'a\\u007f\\u000db'",
        "'王小明 92# ✓', '王小明 92# ✓'"
    })
    void isntSteeredByATextOfSomebodyElse(String text, String shown) {
        assertThat(Terminal.plain(text)).isEqualTo(shown);
    }
}
