package io.jiayou.driver.settlecontact;

import io.jiayou.driver.events.IdentifierKind;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Somebody showed an identifier that a driver has as a contact: it becomes the driver's own, or the driver loses it.
 *
 * @param identifier an openid, or a phone number in E.164
 * @param wanted whether who showed it wants to be this driver, and not another one
 */
public record SettleContact(
        @TargetAggregateIdentifier String driverId,
        IdentifierKind kind,
        String identifier,
        boolean wanted,
        Instant at) {}
