package io.jiayou.parameters;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Cursor CURSOR = new Cursor("orders", List.of("2026-02-03T04:05:06.789Z", "订单-1"));

    private static void refused(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.field())
                        .isEqualTo("cursor"));
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void comesBackAsItWent() {
        Cursor back = requireNonNull(Cursor.read(CURSOR.text(), "orders", 2));

        assertThat(back).isEqualTo(CURSOR);
        assertThat(back.instant(0)).isEqualTo(Instant.parse("2026-02-03T04:05:06.789Z"));
    }

    @Test
    void needsNoEncodingInAUrl() {
        assertThat(CURSOR.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isNoneWhereNoneWasGiven() {
        assertThat(Cursor.read(null, "orders", 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "äöü", "AAAA", "=", "orders"})
    void refusesWhatIsNoCursor(String text) {
        refused(() -> Cursor.read(text, "orders", 2));
    }

    @Test
    void refusesACursorOfAnotherList() {
        refused(() -> Cursor.read(CURSOR.text(), "feedback", 2));
        refused(() -> Cursor.read(CURSOR.text(), "orders", 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-300000000-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+292278994-08-17T07:12:55.808Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void refusesMomentsThatTheReadModelsStoreCannotHold(String moment) {
        Cursor forged = requireNonNull(Cursor.read(encoded("orders\n" + moment + "\nid"), "orders", 2));

        refused(() -> forged.instant(0));
    }

    @Test
    void goesOnBehindASaleOfBeforeThereWereLimits() {
        Cursor old = requireNonNull(Cursor.read(encoded("orders\n-0001-01-01T08:41:00Z\nid"), "orders", 2));

        assertThat(old.instant(0)).isEqualTo(Instant.parse("-0001-01-01T08:41:00Z"));
    }

    @Test
    void refusesKeysOfAnotherForm() {
        Cursor forged = requireNonNull(Cursor.read(encoded("orders\nyesterday\nid"), "orders", 2));

        refused(() -> forged.instant(0));
        refused(() -> forged.whole(0));
        refused(() -> forged.fraction(1));
    }
}
