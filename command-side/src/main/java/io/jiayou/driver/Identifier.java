package io.jiayou.driver;

import io.jiayou.driver.events.IdentifierClaimed;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.driver.events.IdentifierProved;
import io.jiayou.driver.events.IdentifierReleased;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A phone number, openid or card as its claims made it: who holds it. It makes drivers unique, since its id is derived
 * from itself.
 *
 * @param holder the driver who holds it; none if nobody does
 * @param claimedAt since when; none if nobody does
 * @param proved whether the holder showed it since; see {@link Proofs} for what events of before say
 * @param holders all drivers who ever held it
 */
public record Identifier(@Nullable String holder, @Nullable Instant claimedAt, boolean proved, Set<String> holders) {

    /** Before the first event. */
    public static final Identifier NONE = new Identifier(null, null, false, Set.of());

    public Identifier evolve(IdentifierEvent event) {
        return switch (event) {
            case IdentifierClaimed it -> new Identifier(it.driverId(), it.at(), false, and(it.driverId()));
            case IdentifierProved ignored -> new Identifier(holder, claimedAt, true, holders);
            case IdentifierReleased ignored -> new Identifier(null, null, false, holders);
        };
    }

    private Set<String> and(String driverId) {
        return Stream.concat(holders.stream(), Stream.of(driverId)).collect(Collectors.toUnmodifiableSet());
    }
}
