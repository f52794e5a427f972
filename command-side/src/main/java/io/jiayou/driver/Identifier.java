package io.jiayou.driver;

import io.jiayou.driver.events.IdentifierClaimed;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.driver.events.IdentifierReleased;
import org.jspecify.annotations.Nullable;

/**
 * A phone number, openid or card as its claims made it: who holds it. It makes drivers unique, since its id is derived
 * from itself.
 *
 * @param holder the driver who holds it; none if nobody does
 */
public record Identifier(@Nullable String holder) {

    /** Before the first event. */
    public static final Identifier NONE = new Identifier(null);

    public Identifier evolve(IdentifierEvent event) {
        return switch (event) {
            case IdentifierClaimed it -> new Identifier(it.driverId());
            case IdentifierReleased ignored -> NONE;
        };
    }
}
