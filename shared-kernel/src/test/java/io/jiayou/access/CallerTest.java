package io.jiayou.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @ParameterizedTest
    @CsvSource({"root, terminal.root", "li.wei-2, terminal.li.wei-2", "DOMAIN\\王, terminal.DOMAIN__"})
    void whoeverReadsTheDataDirectoryIsNamedByTheirAccount(String account, String actor) {
        assertThat(Caller.atTerminal(account)).isEqualTo(actor);
        assertThat(Caller.isAtTerminal(actor)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void nobodyKnownIsTheTerminalAlone(String account) {
        assertThat(Caller.atTerminal(account)).isEqualTo("terminal");
        assertThat(Caller.isAtTerminal("terminal")).isTrue();
    }

    @Test
    void nobodyElseIsAtTheTerminal() {
        assertThat(Caller.isAtTerminal(null)).isFalse();
        assertThat(Caller.isAtTerminal("terminals")).isFalse();
        assertThat(Caller.isAtTerminal("d1")).isFalse();
    }

    @Test
    void aLongAccountIsCutToWhatAnIdMayHave() {
        assertThat(Caller.atTerminal("a".repeat(500)))
                .hasSizeLessThanOrEqualTo(64)
                .startsWith("terminal.aaa");
    }
}
