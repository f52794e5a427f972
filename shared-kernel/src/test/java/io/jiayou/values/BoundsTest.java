package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That what was decided is held to its limits wherever a value stands in it. */
class BoundsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    record Inner(@Limited(Limit.RATING) int rating) {}

    record Outer(
            @Limited(Limit.ID) String id,
            @Nullable Inner inner,
            @Limited(value = Limit.GRADE, entries = 2) List<String> grades,
            @Nullable List<Inner> more,
            Instant at) {}

    private static Outer outer(String id, @Nullable Inner inner, List<String> grades, Instant at) {
        return new Outer(id, inner, grades, null, at);
    }

    private static void assertRefused(ThrowingCallable decided, Rule rule, String words) {
        assertThatThrownBy(decided)
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.rule())
                        .isEqualTo(rule))
                .hasMessageContaining(words);
    }

    @Test
    void allowWhatIsWithinThem() {
        assertThatCode(() -> Bounds.require(outer("a", new Inner(5), List.of("92#", "95#"), NOW)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Bounds.require(outer("a", null, List.of("92#"), NOW)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Bounds.require("no record at all")).doesNotThrowAnyException();
    }

    @Test
    void nameTheComponentAndWhatItAllows() {
        assertRefused(() -> Bounds.require(outer("", null, List.of("92#"), NOW)), Rule.FORM_NOT_ALLOWED, "id allows `");
    }

    @Test
    void holdValuesInsideValues() {
        assertRefused(
                () -> Bounds.require(outer("a", new Inner(6), List.of("92#"), NOW)),
                Rule.NUMBER_OUT_OF_RANGE,
                "inner.rating allows 1 to 5");
    }

    @Test
    void holdEachEntryOfAList() {
        assertRefused(
                () -> Bounds.require(outer("a", null, List.of("92#", " "), NOW)),
                Rule.FORM_NOT_ALLOWED,
                "grades allows");
    }

    @Test
    void holdListsToTheirLengths() {
        assertRefused(
                () -> Bounds.require(outer("a", null, List.of(), NOW)),
                Rule.LIST_OUT_OF_RANGE,
                "grades has 1 to 2 entries");
        assertRefused(
                () -> Bounds.require(outer("a", null, Collections.nCopies(3, "92#"), NOW)),
                Rule.LIST_OUT_OF_RANGE,
                "grades has 1 to 2 entries");
    }

    /** Nobody has said how long it may be, so it may be of no length. */
    @Test
    void allowNoListThatHasNoLimit() {
        assertRefused(
                () -> Bounds.require(new Outer("a", null, List.of("92#"), List.of(new Inner(1)), NOW)),
                Rule.LIST_OUT_OF_RANGE,
                "more has 1 to 0 entries");
    }

    @Test
    void holdMomentsWithoutBeingAsked() {
        assertRefused(
                () -> Bounds.require(outer("a", null, List.of("92#"), Instant.EPOCH)),
                Rule.TIME_OUT_OF_RANGE,
                "at allows the years 2000 to 2099");
    }
}
