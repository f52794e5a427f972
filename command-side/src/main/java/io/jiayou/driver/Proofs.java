package io.jiayou.driver;

import io.jiayou.access.Role;
import io.jiayou.command.Lookup;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.serialization.Readable;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether whoever holds an identifier has shown it, and so may log in by it. What nobody has shown is a contact. */
@Component
public final class Proofs {

    private final EventStore events;
    private final Lookup<Driver, DriverEvent> drivers;

    public Proofs(EventStore events) {
        this.events = events;
        this.drivers = DriverAggregates.driverLookup(events);
    }

    /** Whether a driver who holds something is none: the registration is annulled. */
    public boolean isNobody(String holder) {
        return drivers.isAnnulled(holder);
    }

    /**
     * By the claim's own events; or, where those are older than that proofs are recorded, by the driver's registration: who
     * registered by logging in had shown the identifier just then. What was set later, or by somebody else, was never
     * shown before it was set, and a login by it since is no proof that it was the same person's. A registration that nobody
     * can read proves nothing.
     */
    public boolean isProved(Identifier claim) {
        return claim.holder() != null && (claim.proved() || cameWith(claim.holder(), claim.claimedAt()));
    }

    private boolean cameWith(String driverId, @Nullable Instant claimedAt) {
        DomainEventStream stream = events.readEvents(driverId);
        if (!stream.hasNext()) {
            return false;
        }
        DomainEventMessage<?> first = stream.next();
        return Readable.payload(first, DriverRegistered.class)
                        .filter(registered -> registered.at().equals(claimedAt))
                        .isPresent()
                && driverId.equals(first.getMetaData().get(MetadataKeys.ACTOR))
                && Role.DRIVER.code().equals(first.getMetaData().get(MetadataKeys.ROLE));
    }
}
