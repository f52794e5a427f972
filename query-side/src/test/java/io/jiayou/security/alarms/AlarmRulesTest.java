package io.jiayou.security.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.identity.events.LoggedIn;
import io.jiayou.identity.events.LoginRefused;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.PhoneCodesUsedUp;
import io.jiayou.identity.events.RefreshTokenReused;
import io.jiayou.identity.events.RefusalReason;
import io.jiayou.identity.events.SecondFactorChanged;
import io.jiayou.identity.events.SecondFactorEnrolled;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.events.SessionEnded;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.security.events.DataExported;
import io.jiayou.security.events.RefusalKind;
import io.jiayou.security.events.RefusalsCounted;
import io.jiayou.security.events.TaskFellSilent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each rule is fired once, and once nearly. */
class AlarmRulesTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Nested
    class Refusals {

        @Test
        void fireByTheHundred() {
            assertThat(fires(AlarmRules.refusals(), 2, MINUTE, at -> refused(RefusalKind.FORBIDDEN, 50, at)))
                    .isTrue();
            assertThat(fires(AlarmRules.refusals(), 100, SECOND, AlarmRulesTest::loginRefused))
                    .isTrue();
        }

        @Test
        void doNotFireWhenTheyAreFewOrFarBetween() {
            assertThat(fires(AlarmRules.refusals(), 99, SECOND, AlarmRulesTest::loginRefused))
                    .isFalse();
            assertThat(fires(AlarmRules.refusals(), 1_000, MINUTE, at -> refused(RefusalKind.FORBIDDEN, 16, at)))
                    .isFalse();
        }
    }

    @Nested
    class Signatures {

        @Test
        void fireWhenManyTokensAreForged() {
            assertThat(fires(AlarmRules.signatures(), 4, MINUTE, at -> refused(RefusalKind.TOKEN_NOT_BELIEVED, 5, at)))
                    .isTrue();
        }

        @Test
        void doNotFireForAFewOldTokensOrForNoneAtAll() {
            assertThat(fires(AlarmRules.signatures(), 3, MINUTE, at -> refused(RefusalKind.TOKEN_NOT_BELIEVED, 5, at)))
                    .isFalse();
            assertThat(fires(AlarmRules.signatures(), 9, MINUTE, at -> refused(RefusalKind.UNAUTHENTICATED, 99, at)))
                    .isFalse();
        }
    }

    @Nested
    class Cancellations {

        @Test
        void fireInABurstOfOneActor() {
            assertThat(fires(AlarmRules.cancellations(), 10, SECOND, at -> cancelled("ann", at)))
                    .isTrue();
        }

        @Test
        void doNotFireWhenManyPeopleCancelOneOrderEach() {
            assertThat(fires(
                            AlarmRules.cancellations(),
                            200,
                            SECOND,
                            at -> cancelled("driver " + at.getEpochSecond(), at)))
                    .isFalse();
            assertThat(fires(AlarmRules.cancellations(), 100, MINUTE, at -> cancelled("ann", at)))
                    .isFalse();
        }
    }

    @Nested
    class Exports {

        @Test
        void fireWhenOneTakesMuch() {
            assertThat(fires(AlarmRules.exports(), 5, MINUTE, at -> exported("ann", at)))
                    .isTrue();
        }

        @Test
        void doNotFireForOneADay() {
            assertThat(fires(AlarmRules.exports(), 30, Duration.ofDays(1), at -> exported("ann", at)))
                    .isFalse();
            assertThat(fires(AlarmRules.exports(), 4, MINUTE, at -> exported("ann", at)))
                    .isFalse();
        }
    }

    @Nested
    class Tokens {

        @Test
        void fireWhenOneComesTwice() {
            assertThat(AlarmRules.reuse().isReason(event(new RefreshTokenReused("s", "ann", AT), AT, Map.of())))
                    .isTrue();
        }

        @Test
        void doNotFireWhenASessionEnds() {
            SessionEnded ended = new SessionEnded("s", "ann", SessionEnd.LOGGED_OUT, AT);

            assertThat(AlarmRules.reuse().isReason(event(ended, AT, Map.of()))).isFalse();
        }
    }

    @Nested
    class SecondFactors {

        @Test
        void fireWhenOneIsReplacedAndNotWhenItIsTheFirst() {
            AlarmRule rule = AlarmRules.secondFactors();

            assertThat(rule.isReason(event(new SecondFactorChanged("ann", AT), AT, Map.of())))
                    .isTrue();
            assertThat(rule.isReason(event(new SecondFactorEnrolled("ann", AT), AT, Map.of())))
                    .isFalse();
        }
    }

    @Nested
    class Codes {

        @Test
        void fireWhenThoseOfAllAreUsedUp() {
            PhoneCodesUsedUp usedUp = new PhoneCodesUsedUp(PhoneCodesUsedUp.OF_ALL, 1_000, AT);

            assertThat(AlarmRules.codes().isReason(event(usedUp, AT, Map.of()))).isTrue();
        }

        @Test
        void doNotFireForALogin() {
            assertThat(AlarmRules.codes().isReason(loginRefused(AT))).isFalse();
        }
    }

    @Nested
    class Silence {

        @Test
        void firesForATaskOfAnotherNodeAndForNothingElse() {
            TaskFellSilent silent = new TaskFellSilent("full-backup", "no success", AT);

            assertThat(AlarmRules.silence().isReason(event(silent, AT, Map.of())))
                    .isTrue();
            assertThat(AlarmRules.silence().isReason(loginRefused(AT))).isFalse();
        }
    }

    @Nested
    class TwoPlaces {

        private final AlarmRule rule = new AlarmRules.TwoPlaces();

        @Test
        void fireWhenStaffLogsInFromBothAtOnce() {
            assertThat(rule.isReason(login("manager", "203.0.113.0/24", AT))).isFalse();
            assertThat(rule.isReason(login("manager", "198.51.100.0/24", AT.plus(MINUTE))))
                    .isTrue();
        }

        @Test
        void fireForAPasswordThatWorkedWithoutItsSecondFactor() {
            assertThat(rule.isReason(login("newcomer", "203.0.113.0/24", AT))).isFalse();
            assertThat(rule.isReason(login("newcomer", "198.51.100.0/24", AT.plus(MINUTE))))
                    .isTrue();
        }

        @Test
        void doNotFireForOnePlaceNorLaterNorForDrivers() {
            assertThat(rule.isReason(login("manager", "203.0.113.0/24", AT))).isFalse();
            assertThat(rule.isReason(login("manager", "203.0.113.0/24", AT.plus(MINUTE))))
                    .isFalse();
            assertThat(rule.isReason(login("manager", "198.51.100.0/24", AT.plus(Duration.ofHours(1)))))
                    .isFalse();
            assertThat(rule.isReason(login("driver", "203.0.113.0/24", AT))).isFalse();
            assertThat(rule.isReason(login("driver", "198.51.100.0/24", AT))).isFalse();
        }

        private RecordedEvent login(String role, String network, Instant at) {
            return event(
                    new LoggedIn("s-" + at, "of " + role, role, LoginWay.PASSWORD, at),
                    at,
                    Map.of(MetadataKeys.NETWORK, network));
        }
    }

    private interface Happening {
        RecordedEvent at(Instant moment);
    }

    private static boolean fires(AlarmRule rule, int times, Duration between, Happening happening) {
        IntFunction<RecordedEvent> each = n -> happening.at(AT.plus(between.multipliedBy(n)));
        boolean fired = false;
        for (int n = 0; n < times; n++) {
            fired |= rule.isReason(each.apply(n));
        }
        return fired;
    }

    private static RecordedEvent refused(RefusalKind kind, long count, Instant at) {
        return event(new RefusalsCounted(kind, null, "203.0.113.0/24", count, at, at), at, Map.of());
    }

    private static RecordedEvent loginRefused(Instant at) {
        return event(new LoginRefused("ann", RefusalReason.PASSWORD, at), at, Map.of());
    }

    private static RecordedEvent cancelled(String actor, Instant at) {
        OrderCancelled cancelled = new OrderCancelled("o-" + at, CancellationReason.BY_DRIVER, at);
        return event(cancelled, at, Map.of(MetadataKeys.ACTOR, actor));
    }

    private static RecordedEvent exported(String actor, Instant at) {
        return event(new DataExported(actor, "GET /api/audit/export", at), at, Map.of());
    }

    private static RecordedEvent event(Object payload, Instant at, Map<String, String> metadata) {
        return new RecordedEvent(0, "e", "a", 0, at, payload, metadata);
    }
}
