package io.jiayou.annulment.confirmannulment;

import io.jiayou.identity.events.AccountCreated;
import io.jiayou.identity.events.AccountOpened;
import io.jiayou.identity.events.AccountReset;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.identity.events.RoleGranted;
import io.jiayou.rules.Rule;
import io.jiayou.serialization.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whoever administers accounts can make one, or reset somebody's, and log in by it: a second person needs an account that has
 * been left alone for a while, in which its owner would have noticed.
 */
@Component
class AccountAge {

    private final EventStore events;
    private final Clock clock;
    private final Duration least;

    AccountAge(EventStore events, Clock clock, @Value("${jiayou.annulments.account-age:24h}") Duration least) {
        this.events = events;
        this.clock = clock;
        this.least = least;
    }

    /** @throws io.jiayou.rules.RuleViolation ANNULMENT_NEEDS_TWO for an account that others have just changed */
    void require(String accountId) {
        Instant latest = events.readEvents(accountId)
                .asStream()
                .flatMap(message -> Readable.payload(message, IdentityEvent.class).stream())
                .filter(AccountAge::isOfOthers)
                .map(IdentityEvent::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Rule.ANNULMENT_NEEDS_TWO.require(
                latest.isBefore(clock.instant().minus(least)),
                "an account that was made, reset, opened or given a role within {0} confirms nothing",
                least);
    }

    private static boolean isOfOthers(IdentityEvent event) {
        return event instanceof AccountCreated
                || event instanceof AccountReset
                || event instanceof AccountOpened
                || event instanceof RoleGranted;
    }
}
