package io.jiayou.driver.registerdriver;

import io.jiayou.command.Aggregates;
import io.jiayou.driver.Driver;
import io.jiayou.driver.DriverAggregate;
import io.jiayou.driver.IdentifierClaims;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides on {@link RegisterDriver}. */
@Component
public class RegisterDriverHandler {

    private final Aggregates<DriverAggregate, Driver, DriverEvent> drivers;
    private final IdentifierClaims claims;

    public RegisterDriverHandler(Aggregates<DriverAggregate, Driver, DriverEvent> drivers, IdentifierClaims claims) {
        this.drivers = drivers;
        this.claims = claims;
    }

    @CommandHandler
    void handle(RegisterDriver command) {
        drivers.decideNew(command.driverId(), driver -> decide(driver, command));
        claim(IdentifierKind.PHONE, command.phone(), command);
        claim(IdentifierKind.OPENID, command.openid(), command);
        claim(IdentifierKind.FUEL_CARD, command.fuelCard(), command);
    }

    private void claim(IdentifierKind kind, @Nullable String identifier, RegisterDriver command) {
        claims.claim(kind, identifier, command.driverId(), Rule.DRIVER_ALREADY_REGISTERED, command.at());
    }

    static List<DriverEvent> decide(Driver driver, RegisterDriver command) {
        if (driver.registered() != null) {
            Rule.DRIVER_ALREADY_REGISTERED.require(command.isRepeatedBy(driver.registered()), command.driverId());
            return List.of();
        }
        Rule.DRIVER_NEEDS_AN_IDENTIFIER.require(
                command.phone() != null || command.openid() != null || command.fuelCard() != null,
                "a phone number, an openid or a fuel card");
        return List.of(command.registered());
    }
}
