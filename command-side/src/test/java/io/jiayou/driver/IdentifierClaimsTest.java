package io.jiayou.driver;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.KEY;
import static io.jiayou.driver.SomeDriver.NAME;
import static io.jiayou.driver.SomeDriver.OTHER_ID;
import static io.jiayou.driver.SomeDriver.OTHER_PHONE;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.driver.SomeDriver.claimed;
import static io.jiayou.driver.SomeDriver.proved;
import static io.jiayou.driver.SomeDriver.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.command.Scenario;
import io.jiayou.driver.changephone.ChangePhone;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.rules.Rule;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class IdentifierClaimsTest {

    private static final String CLAIM = KEY.claimId(IdentifierKind.PHONE, PHONE);

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final IdentifierClaims claims = new IdentifierClaims(
            DriverAggregates.identifierShells(events),
            DriverAggregates.identifierLookup(events),
            new Proofs(events),
            KEY);

    @Test
    void areLockedInOneOrder() {
        assertThat(claims.claimIds(PHONE, "openid-1", "7000000001"))
                .containsExactly(
                        KEY.claimId(IdentifierKind.PHONE, PHONE),
                        KEY.claimId(IdentifierKind.OPENID, "openid-1"),
                        KEY.claimId(IdentifierKind.FUEL_CARD, "7000000001"));
    }

    @Test
    void areThoseThatThereAre() {
        assertThat(claims.claimIds(null, "openid-1", null))
                .containsExactly(KEY.claimId(IdentifierKind.OPENID, "openid-1"));
        assertThat(claims.claimIds(null, null, null)).isEmpty();
    }

    @Test
    void areProvedForWhoeverHasShownTheIdentifierAlone() {
        events.publish(
                new GenericDomainEventMessage<>("Identifier", CLAIM, 0, claimed(OTHER_ID, PHONE)),
                new GenericDomainEventMessage<>("Identifier", CLAIM, 1, proved(OTHER_ID, PHONE)));

        assertThat(claims.isProved(IdentifierKind.PHONE, PHONE, OTHER_ID)).isTrue();
        assertThat(claims.isProved(IdentifierKind.PHONE, PHONE, SomeDriver.ID)).isFalse();
        assertThat(claims.isProved(IdentifierKind.PHONE, OTHER_PHONE, OTHER_ID)).isFalse();
        assertThat(claims.isProved(IdentifierKind.PHONE, null, OTHER_ID)).isFalse();
    }

    /** As when the key of identifiers was changed: nobody's claim is released in another's place. */
    @Test
    void areNotReleasedByADriverWhoHasTheIdentifierWithoutHoldingIt() {
        Scenario scenario =
                given(registered(), claimed(OTHER_ID, PHONE)).when(new ChangePhone(SomeDriver.ID, OTHER_PHONE, AT));

        assertThatThrownBy(scenario::thenNothing)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was the key changed?");
    }

    @Test
    void sayWhichIdentifierAnotherDriverHas() {
        given(claimed(OTHER_ID, PHONE))
                .when(new RegisterDriver(SomeDriver.ID, NAME, PHONE, null, null, AT))
                .thenRefused(Rule.DRIVER_ALREADY_REGISTERED, "another driver has this phone number");
        given(claimed(OTHER_ID, IdentifierKind.OPENID, "openid-1"))
                .when(new RegisterDriver(SomeDriver.ID, NAME, null, "openid-1", null, AT))
                .thenRefused(Rule.DRIVER_ALREADY_REGISTERED, "another driver has this openid");
        given(claimed(OTHER_ID, IdentifierKind.FUEL_CARD, "7000000001"))
                .when(new RegisterDriver(SomeDriver.ID, NAME, null, null, "7000000001", AT))
                .thenRefused(Rule.DRIVER_ALREADY_REGISTERED, "another driver has this fuel card");
    }
}
