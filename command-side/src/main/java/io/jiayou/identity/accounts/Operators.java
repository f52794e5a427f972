package io.jiayou.identity.accounts;

import io.jiayou.access.Role;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Records;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.rules.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Sees to it that somebody can run the system. Who is about to lose the role is noted in one record, which all nodes decide
 * on: of two who take it from each other at once, the second isn't let.
 */
@Component
class Operators {

    private static final String ALL = "all";

    /** Longer than taking a role takes; who was interrupted in it counts again after this. */
    private static final Duration IN_FLIGHT = Duration.ofMinutes(1);

    /** @param since when who is about to lose the role, by account */
    record Leaving(Map<String, Instant> since) {

        Leaving {
            since = Map.copyOf(since);
        }

        private Leaving and(String id, Instant now) {
            Map<String, Instant> next = new HashMap<>(since);
            next.values().removeIf(it -> !isRecent(it, now));
            next.put(id, now);
            return new Leaving(next);
        }

        private boolean has(String id, Instant now) {
            Instant left = since.get(id);
            return left != null && isRecent(left, now);
        }

        private static boolean isRecent(Instant left, Instant now) {
            return now.isBefore(left.plus(IN_FLIGHT)) && now.isAfter(left.minus(IN_FLIGHT));
        }
    }

    private final Records<Leaving> leaving;
    private final Accounts accounts;
    private final Clock clock;

    Operators(Vault vault, Accounts accounts, Clock clock) {
        this.leaving = vault.records("operators-leaving", Leaving.class);
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * To be called before an account is closed or gets another role.
     *
     * @throws io.jiayou.rules.RuleViolation ACCOUNT_LAST_OPERATIONS, ACCOUNT_UNKNOWN
     */
    void letGo(String id) {
        if (accounts.require(id).role() != Role.OPERATIONS) {
            return;
        }
        Instant now = clock.instant();
        boolean may = leaving.decide(ALL, stored -> {
            Leaving before = stored.orElse(new Leaving(Map.of()));
            boolean others = accounts.all().stream()
                    .anyMatch(other -> other.role() == Role.OPERATIONS
                            && !other.closed()
                            && !other.id().equals(id)
                            && !before.has(other.id(), now));
            return others ? Decided.become(before.and(id, now), true) : Decided.keep(false);
        });
        Rule.ACCOUNT_LAST_OPERATIONS.require(may, "no other open account has the role operations");
    }
}
