package io.jiayou.archive.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepRulesTest {

    @Test
    void areReadFromOneLineInAnyOrder() {
        assertThat(KeepRules.parse("daily=7, last=3,yearly=5", ZoneOffset.UTC))
                .isEqualTo(new KeepRules(3, 7, 0, 0, 5, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "last", "last=", "last=-1", "last=x", "hourly=3", "last=3,last=4", "last=3;daily=1"})
    void refuseWhatWouldBeMisunderstood(String text) {
        assertThatThrownBy(() -> KeepRules.parse(text, ZoneOffset.UTC)).isInstanceOf(IllegalArgumentException.class);
    }
}
