package io.jiayou.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.http.ProblemException;
import io.jiayou.values.Grade;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T08:00:00+08:00",
                "2026-03-01T08:00:00 08:00",
                "2026-03-01T00:00:00Z",
                "2026-03-01T00:00Z"
            })
    void readsMomentsOfAnyZoneAlsoWithAnUnencodedPlus(String text) {
        assertThat(Parameters.instant("at", text)).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-03-01",
                "2026-03-01T08:00:00",
                "2026-02-30T08:00:00Z",
                "-300000000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z",
                "0001-01-01T00:00:00+08:00",
                "9999-12-31T23:59:59-01:00",
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59.999999999-18:00"
            })
    void refusesMomentsWithoutZoneAndOtherTexts(String text) {
        assertThatThrownBy(() -> Parameters.instant("at", text))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.field())
                        .isEqualTo("at"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid-without-fuel", "PAID_WITHOUT_FUEL", " Paid_Without-Fuel "})
    void readsConstantsInWhateverCase(String text) {
        assertThat(Parameters.oneOf("priority", text, FeedbackPriority.class))
                .isEqualTo(FeedbackPriority.PAID_WITHOUT_FUEL);
    }

    @Test
    void namesTheConstantsWhenItRefuses() {
        assertThatThrownBy(() -> Parameters.oneOf("priority", "urgent", FeedbackPriority.class))
                .hasMessage("priority is one of PAID_WITHOUT_FUEL, MONEY, COMPLAINT, ORDINARY");
    }

    @Test
    void passesOnWhyAValueRefuses() {
        assertThat(Parameters.read("grade", "95#", Grade::new)).isEqualTo(new Grade("95#"));
        assertThatThrownBy(() -> Parameters.read("grade", "", Grade::new))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("grade");
    }
}
