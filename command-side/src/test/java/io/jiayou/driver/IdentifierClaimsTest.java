package io.jiayou.driver;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.KEY;
import static io.jiayou.driver.SomeDriver.NAME;
import static io.jiayou.driver.SomeDriver.OTHER_ID;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.driver.SomeDriver.claimed;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.rules.Rule;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class IdentifierClaimsTest {

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
