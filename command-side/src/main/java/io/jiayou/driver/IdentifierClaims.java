package io.jiayou.driver;

import io.jiayou.command.Aggregates;
import io.jiayou.driver.events.IdentifierClaimed;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.IdentifierReleased;
import io.jiayou.rules.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims and releases identifiers in the same unit of work as the driver's own events: all of it holds, or nothing. */
@Component
public class IdentifierClaims {

    private final Aggregates<IdentifierAggregate, Identifier, IdentifierEvent> identifiers;
    private final IdentifierKey key;

    public IdentifierClaims(
            Aggregates<IdentifierAggregate, Identifier, IdentifierEvent> identifiers, IdentifierKey key) {
        this.identifiers = identifiers;
        this.key = key;
    }

    /**
     * Claims an identifier for a driver; claiming one's own again changes nothing.
     *
     * @param identifier none claims nothing
     * @param taken what is violated if another driver holds it
     */
    public void claim(IdentifierKind kind, @Nullable String identifier, String driverId, Rule taken, Instant at) {
        if (identifier == null) {
            return;
        }
        String claimId = key.claimId(kind, identifier);
        identifiers.decideNew(claimId, held -> {
            if (driverId.equals(held.holder())) {
                return List.of();
            }
            taken.require(held.holder() == null, "another driver has this " + name(kind));
            return List.of(new IdentifierClaimed(claimId, kind, driverId, at));
        });
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

    private static String name(IdentifierKind kind) {
        return switch (kind) {
            case PHONE -> "phone number";
            case OPENID -> "openid";
            case FUEL_CARD -> "fuel card";
        };
    }
}
