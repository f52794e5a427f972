package io.jiayou.driver.events;

import java.time.Instant;

/**
 * What happened to an identifier (a phone number, an openid, a card): who holds it. The identifier itself isn't named;
 * the claim's id is a keyed hash of it, and that makes it unique.
 */
public sealed interface IdentifierEvent permits IdentifierClaimed, IdentifierProved, IdentifierReleased {

    String claimId();

    String driverId();

    Instant at();
}
