package io.jiayou.driver;

import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.OTHER_ID;
import static io.jiayou.driver.SomeDriver.OTHER_PHONE;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.driver.SomeDriver.claimed;
import static io.jiayou.driver.SomeDriver.proved;
import static io.jiayou.driver.SomeDriver.registered;
import static io.jiayou.driver.SomeDriver.released;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierClaimed;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.metadata.MetadataKeys;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

/** What is proved by events, those of before proofs were recorded among them. */
class ProofsTest {

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Proofs proofs = new Proofs(events);

    @Test
    void isProvedByItsOwnEvent() {
        assertThat(proofs.isProved(after(claimed(ID, PHONE), proved(ID, PHONE))))
                .isTrue();
    }

    @Test
    void isNotProvedForTheNextWhoHasIt() {
        assertThat(proofs.isProved(
                        after(claimed(ID, PHONE), proved(ID, PHONE), released(ID, PHONE), claimed(OTHER_ID, PHONE))))
                .isFalse();
    }

    @Test
    void isProvedByALoginOfBeforeThatRegisteredTheDriver() {
        registeredBy(ID, "driver");

        assertThat(proofs.isProved(after(claimed(ID, PHONE)))).isTrue();
    }

    @Test
    void isNotProvedByARegistrationThatSomebodyElseMade() {
        registeredBy("0197a3c5", "agent");

        assertThat(proofs.isProved(after(claimed(ID, PHONE)))).isFalse();
    }

    @Test
    void isNotProvedForANumberThatWasSetLater() {
        registeredBy(ID, "driver");
        IdentifierEvent later = new IdentifierClaimed(
                SomeDriver.KEY.claimId(IdentifierKind.PHONE, OTHER_PHONE), IdentifierKind.PHONE, ID, AT.plusSeconds(1));

        assertThat(proofs.isProved(after(later))).isFalse();
    }

    /** A login by such a number isn't a failure of the system: what can't be read proves nothing. */
    @Test
    void isNotProvedByARegistrationThatNobodyCanRead() {
        events.publish(
                new GenericDomainEventMessage<>(
                        "Driver", ID, 0, registered(), Map.of(MetadataKeys.ACTOR, ID, MetadataKeys.ROLE, "driver")) {

                    private static final long serialVersionUID = 1;

                    @Override
                    public DriverRegistered getPayload() {
                        throw new SerializationException("not of this version");
                    }
                });

        assertThat(proofs.isProved(after(claimed(ID, PHONE)))).isFalse();
    }

    @Test
    void isNotProvedWithoutAHolder() {
        assertThat(proofs.isProved(Identifier.NONE)).isFalse();
        assertThat(proofs.isProved(after(claimed(ID, PHONE)))).isFalse();
    }

    private void registeredBy(String actor, String role) {
        events.publish(new GenericDomainEventMessage<>(
                "Driver", ID, 0, registered(), Map.of(MetadataKeys.ACTOR, actor, MetadataKeys.ROLE, role)));
    }

    private static Identifier after(IdentifierEvent... happened) {
        Identifier identifier = Identifier.NONE;
        for (IdentifierEvent event : happened) {
            identifier = identifier.evolve(event);
        }
        return identifier;
    }
}
