package io.jiayou.annulment.confirmannulment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.identity.events.AccountCreated;
import io.jiayou.identity.events.AccountOpened;
import io.jiayou.identity.events.AccountReset;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.identity.events.PasswordChanged;
import io.jiayou.identity.events.RoleGranted;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

/** Operations can log in as whomever it made or reset: not at once as the second of two people. */
class AccountAgeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(30));
    private static final Instant A_DAY_AGO = NOW.minus(Duration.ofHours(24));

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final AccountAge age = new AccountAge(events, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofHours(24));
    private long next;

    private void happened(IdentityEvent event) {
        events.publish(new GenericDomainEventMessage<>("Identity", event.subject(), next++, event));
    }

    @Test
    void isOfWhoeverWasLeftAloneForADay() {
        happened(new AccountCreated("ann", "ann", "auditor", null, A_DAY_AGO.minusSeconds(1)));
        happened(new PasswordChanged("ann", NOW));

        assertThatCode(() -> age.require("ann")).doesNotThrowAnyException();
    }

    @Test
    void isNotOfANewAccount() {
        happened(new AccountCreated("ann", "ann", "auditor", null, A_DAY_AGO));

        assertRefused();
    }

    @Test
    void beginsAnewWithAReset() {
        happened(new AccountCreated("ann", "ann", "auditor", null, LONG_AGO));
        happened(new AccountReset("ann", NOW.minusSeconds(60)));

        assertRefused();
    }

    @Test
    void beginsAnewWithOpening() {
        happened(new AccountCreated("ann", "ann", "auditor", null, LONG_AGO));
        happened(new AccountOpened("ann", NOW.minusSeconds(60)));

        assertRefused();
    }

    @Test
    void beginsAnewWithAnotherRole() {
        happened(new AccountCreated("ann", "ann", "agent", null, LONG_AGO));
        happened(new RoleGranted("ann", "auditor", null, NOW.minusSeconds(60)));

        assertRefused();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> age.require("ann"))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.rule()).isEqualTo(Rule.ANNULMENT_NEEDS_TWO));
    }
}
