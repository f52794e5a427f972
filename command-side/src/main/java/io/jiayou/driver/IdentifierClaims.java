package io.jiayou.driver;

import io.jiayou.command.Aggregates;
import io.jiayou.command.Lookup;
import io.jiayou.driver.events.IdentifierClaimed;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.IdentifierProved;
import io.jiayou.driver.events.IdentifierReleased;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims and releases identifiers in the same unit of work as the driver's own events: all of it holds, or nothing. */
@Component
public class IdentifierClaims {

    private final Aggregates<IdentifierAggregate, Identifier, IdentifierEvent> identifiers;
    private final Lookup<Identifier, IdentifierEvent> seen;
    private final Proofs proofs;
    private final IdentifierKey key;

    public IdentifierClaims(
            Aggregates<IdentifierAggregate, Identifier, IdentifierEvent> identifiers,
            Lookup<Identifier, IdentifierEvent> seen,
            Proofs proofs,
            IdentifierKey key) {
        this.identifiers = identifiers;
        this.seen = seen;
        this.proofs = proofs;
        this.key = key;
    }

    /**
     * Claims an identifier for a driver as a contact, which logs nobody in; claiming one's own again changes nothing.
     *
     * @param identifier none claims nothing
     * @param taken what is violated if another driver holds it
     */
    public void claim(IdentifierKind kind, @Nullable String identifier, String driverId, Rule taken, Instant at) {
        if (identifier != null) {
            claim(kind, identifier, driverId, taken, at, false);
        }
    }

    /**
     * As above, for a driver who has shown the identifier.
     *
     * @param identifier none claims nothing
     */
    public void claimProved(IdentifierKind kind, @Nullable String identifier, String driverId, Rule taken, Instant at) {
        if (identifier != null) {
            claim(kind, identifier, driverId, taken, at, true);
        }
    }

    private void claim(IdentifierKind kind, String identifier, String driverId, Rule taken, Instant at, boolean shown) {
        String claimId = key.claimId(kind, identifier);
        identifiers.decideNew(claimId, held -> {
            String holder = held.holder();
            boolean mine = driverId.equals(holder);
            boolean lost = holder != null && !mine && proofs.isNobody(holder);
            taken.require(holder == null || mine || lost, "another driver has this {0}", name(kind));
            List<IdentifierEvent> events = new ArrayList<>();
            if (lost) {
                events.add(new IdentifierReleased(claimId, Objects.requireNonNull(holder), at));
            }
            if (!mine) {
                events.add(new IdentifierClaimed(claimId, kind, driverId, at));
            }
            if (shown && !(mine && proofs.isProved(held))) {
                events.add(new IdentifierProved(claimId, kind, driverId, at));
            }
            return events;
        });
    }

    /** Whether a driver holds an identifier and has shown it. */
    public boolean isProved(IdentifierKind kind, @Nullable String identifier, String driverId) {
        return identifier != null
                && seen.find(key.claimId(kind, identifier))
                        .filter(claim -> driverId.equals(claim.holder()))
                        .filter(proofs::isProved)
                        .isPresent();
    }

    /**
     * Whoever has an identifier showed it, and a driver has it as a contact: it becomes proved, or is released. Nothing for
     * what the driver doesn't hold, or has shown before.
     *
     * @param stays whether it becomes proved
     * @return whether it was released
     */
    public boolean settle(IdentifierKind kind, String identifier, String driverId, boolean stays, Instant at) {
        String claimId = key.claimId(kind, identifier);
        AtomicBoolean released = new AtomicBoolean();
        identifiers.decideNew(claimId, held -> {
            if (!driverId.equals(held.holder()) || proofs.isProved(held)) {
                return List.of();
            }
            released.set(!stays);
            return List.of(
                    stays
                            ? new IdentifierProved(claimId, kind, driverId, at)
                            : new IdentifierReleased(claimId, driverId, at));
        });
        return released.get();
    }

    /** The ids of the claims on identifiers, in the order in which they are locked. */
    public List<String> claimIds(@Nullable String phone, @Nullable String openid, @Nullable String fuelCard) {
        List<String> ids = new ArrayList<>();
        add(ids, IdentifierKind.PHONE, phone);
        add(ids, IdentifierKind.OPENID, openid);
        add(ids, IdentifierKind.FUEL_CARD, fuelCard);
        return ids;
    }

    private void add(List<String> ids, IdentifierKind kind, @Nullable String identifier) {
        if (identifier != null) {
            ids.add(key.claimId(kind, identifier));
        }
    }

    /** Releases what a driver holds by a claim whose identifier nobody has to know; nothing if the driver doesn't hold it. */
    public void release(String claimId, String driverId, Instant at) {
        identifiers.decideNew(
                claimId,
                held -> driverId.equals(held.holder())
                        ? List.of(new IdentifierReleased(claimId, driverId, at))
                        : List.of());
    }

    /**
     * Releases an identifier that the driver holds.
     *
     * @param identifier none releases nothing
     * @throws IllegalStateException if the driver doesn't hold it, as when the identifier key was changed
     */
    public void release(IdentifierKind kind, @Nullable String identifier, String driverId, Instant at) {
        if (identifier == null) {
            return;
        }
        String claimId = key.claimId(kind, identifier);
        identifiers.decideNew(claimId, held -> {
            if (!driverId.equals(held.holder())) {
                throw new IllegalStateException("a driver has an identifier without its claim: was the key changed?");
            }
            return List.of(new IdentifierReleased(claimId, driverId, at));
        });
    }

    private static Detail name(IdentifierKind kind) {
        return switch (kind) {
            case PHONE -> Detail.of("phone number");
            case OPENID -> Detail.of("openid");
            case FUEL_CARD -> Detail.of("fuel card");
        };
    }
}
