package io.jiayou.security.alarms;

import io.jiayou.access.Role;
import io.jiayou.audit.log.AlarmKind;
import io.jiayou.identity.events.LoggedIn;
import io.jiayou.identity.events.LoginRefused;
import io.jiayou.identity.events.PhoneCodesUsedUp;
import io.jiayou.identity.events.RefreshTokenReused;
import io.jiayou.identity.events.SecondFactorChanged;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.security.events.DataExported;
import io.jiayou.security.events.RefusalKind;
import io.jiayou.security.events.RefusalsCounted;
import io.jiayou.security.events.TaskFellSilent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The rules, with their thresholds. */
final class AlarmRules {

    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration LONG = Duration.ofHours(1);
    private static final long REFUSALS = 100;
    private static final long SIGNATURES = 20;
    private static final long CANCELLATIONS = 10;
    private static final long EXPORTS = 5;

    private AlarmRules() {}

    static List<AlarmRule> all() {
        return List.of(
                refusals(),
                signatures(),
                cancellations(),
                exports(),
                reuse(),
                secondFactors(),
                codes(),
                silence(),
                new TwoPlaces());
    }

    static AlarmRule refusals() {
        Burst burst = new Burst(REFUSALS, SHORT);
        return rule(
                AlarmKind.SECURITY_REFUSALS,
                REFUSALS + " or more refusals within 5 minutes",
                event -> switch (event.payload()) {
                    case RefusalsCounted it -> burst.isReached("all", it.count(), it.at());
                    case LoginRefused it -> burst.isReached("all", 1, it.at());
                    default -> false;
                });
    }

    static AlarmRule signatures() {
        Burst burst = new Burst(SIGNATURES, SHORT);
        return rule(
                AlarmKind.SECURITY_SIGNATURES,
                SIGNATURES + " or more tokens that couldn't be believed within 5 minutes",
                event -> event.payload() instanceof RefusalsCounted it
                        && it.kind() == RefusalKind.TOKEN_NOT_BELIEVED
                        && burst.isReached("all", it.count(), it.at()));
    }

    static AlarmRule cancellations() {
        Burst burst = new Burst(CANCELLATIONS, SHORT);
        return rule(
                AlarmKind.SECURITY_CANCELLATIONS,
                CANCELLATIONS + " or more orders cancelled by one actor within 5 minutes",
                event -> event.payload() instanceof OrderCancelled it
                        && burst.isReached(event.metadata().getOrDefault(MetadataKeys.ACTOR, ""), 1, it.at()));
    }

    static AlarmRule exports() {
        Burst burst = new Burst(EXPORTS, LONG);
        return rule(
                AlarmKind.SECURITY_EXPORTS,
                EXPORTS + " or more exports by one actor within an hour",
                event -> event.payload() instanceof DataExported it && burst.isReached(it.actor(), 1, it.at()));
    }

    static AlarmRule reuse() {
        return rule(
                AlarmKind.SECURITY_TOKEN_REUSED,
                "a refresh token came a second time: it may have been stolen",
                event -> event.payload() instanceof RefreshTokenReused);
    }

    static AlarmRule secondFactors() {
        return rule(
                AlarmKind.SECURITY_SECOND_FACTOR,
                "a member of staff replaced a second factor: if it wasn't them, somebody has their password and a code",
                event -> event.payload() instanceof SecondFactorChanged);
    }

    static AlarmRule codes() {
        return rule(
                AlarmKind.SECURITY_CODES_USED_UP,
                "as many codes were sent to phones within an hour as are paid for: drivers can't log in by phone",
                event -> event.payload() instanceof PhoneCodesUsedUp);
    }

    /** Of nodes that keep no alarms themselves; {@code GET /api/security/events?kind=TASK} names the task. */
    static AlarmRule silence() {
        return rule(
                AlarmKind.PERIODIC_ELSEWHERE,
                "a periodic task of another node fails or is silent",
                event -> event.payload() instanceof TaskFellSilent);
    }

    /** Staff who log in from two networks within a few minutes. Drivers' phones change theirs all the time. */
    static final class TwoPlaces implements AlarmRule {

        private static final int REMEMBERED = 10_000;
        private static final float FULL = 0.75f;

        private record Login(String network, Instant at) {}

        private final Map<String, Login> last = new LinkedHashMap<>(16, FULL, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Login> eldest) {
                return size() > REMEMBERED;
            }
        };

        @Override
        public AlarmKind alarm() {
            return AlarmKind.SECURITY_TWO_PLACES;
        }

        @Override
        public String detail() {
            return "a member of staff logged in from two networks within 5 minutes";
        }

        @Override
        public boolean isReason(RecordedEvent event) {
            String network = event.metadata().get(MetadataKeys.NETWORK);
            if (!(event.payload() instanceof LoggedIn login) || network == null || !isOfStaff(login)) {
                return false;
            }
            Login before = last.put(login.actor(), new Login(network, login.at()));
            return before != null
                    && !before.network().equals(network)
                    && Duration.between(before.at(), login.at()).abs().compareTo(SHORT) <= 0;
        }

        private static boolean isOfStaff(LoggedIn login) {
            return Role.of(login.role())
                    .filter(it -> it.isOfStaff() || it == Role.NEWCOMER)
                    .isPresent();
        }
    }

    private static AlarmRule rule(AlarmKind alarm, String detail, Predicate<RecordedEvent> reason) {
        return new AlarmRule() {
            @Override
            public AlarmKind alarm() {
                return alarm;
            }

            @Override
            public String detail() {
                return detail;
            }

            @Override
            public boolean isReason(RecordedEvent event) {
                return reason.test(event);
            }
        };
    }
}
