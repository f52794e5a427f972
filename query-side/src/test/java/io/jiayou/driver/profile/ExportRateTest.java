package io.jiayou.driver.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ExportRateTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = NOON;
    private final ExportRate rate = new ExportRate(() -> now);

    @Test
    void isSixTimesAnHourForOneDriver() {
        take("ann", "ann", 6);

        refused(() -> rate.take("ann", "ann"));
        take("operations", "ann", 1);
        now = NOON.plus(Duration.ofMinutes(59));
        refused(() -> rate.take("ann", "ann"));
        now = NOON.plus(Duration.ofHours(1));
        take("ann", "ann", 6);
    }

    @Test
    void isSixtyTimesAnHourForOneAsker() {
        for (int n = 0; n < 60; n++) {
            take("operations", "driver " + n, 1);
        }

        refused(() -> rate.take("operations", "one more"));
        take("another", "one more", 1);
    }

    @Test
    void countsNothingThatAClockDatedLater() {
        now = NOON.plus(Duration.ofDays(365));
        take("ann", "ann", 6);
        now = NOON;

        take("ann", "ann", 6);
    }

    /** Each asker for a driver takes two of the ten thousand places: one for the driver, one for all. */
    @Test
    void isRememberedOfTenThousandAndForgottenOfWhoWasQuietLongest() {
        take("ann", "ann", 6);
        askers("before", 4_999);
        refused(() -> rate.take("ann", "ann"));

        askers("after", 5_000);
        take("ann", "ann", 6);
    }

    private void askers(String name, int count) {
        for (int n = 0; n < count; n++) {
            rate.take(name + n, "ann");
        }
    }

    private void take(String actor, String driver, int times) {
        for (int n = 0; n < times; n++) {
            assertThatCode(() -> rate.take(actor, driver)).doesNotThrowAnyException();
        }
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                .isEqualTo(Problem.TOO_MANY_REQUESTS));
    }
}
