package io.jiayou.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NotAllowedTest {

    @Test
    void whatAValueSaysForPeopleIsToldAndNothingElse() {
        assertThat(NotAllowed.why(new NotAllowed("0, 0 stands for an unknown place"))
                        .in(Locale.ENGLISH))
                .isEqualTo("0, 0 stands for an unknown place");
        assertThat(NotAllowed.why(new IllegalArgumentException("No enum constant io.jiayou.Inside"))
                        .in(Locale.ENGLISH))
                .isEqualTo("another type or form is expected");
    }
}
