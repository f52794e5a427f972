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
        drivers.decideNew(command.driverId(), driver -> {
            List<DriverEvent> events = decide(driver, command);
            if (!events.isEmpty()) {
                claimAll(command);
            }
            return events;
        });
    }

    /** Only for a new driver: one registered before may have given a number up since, and it may be somebody else's. */
    private void claimAll(RegisterDriver command) {
        claim(IdentifierKind.PHONE, command.phone(), command);
        claim(IdentifierKind.OPENID, command.openid(), command);
        claim(IdentifierKind.FUEL_CARD, command.fuelCard(), command);
    }

    private void claim(IdentifierKind kind, @Nullable String identifier, RegisterDriver command) {
        if (command.shown()) {
            claims.claimProved(kind, identifier, command.driverId(), Rule.DRIVER_ALREADY_REGISTERED, command.at());
        } else {
            claims.claim(kind, identifier, command.driverId(), Rule.DRIVER_ALREADY_REGISTERED, command.at());
        }
    }

    static List<DriverEvent> decide(Driver driver, RegisterDriver command) {
        driver.requirePresent();
        if (driver.registered() != null) {
            Rule.DRIVER_ALREADY_REGISTERED.require(
                    command.isRepeatedBy(driver.registered()), "the driver id belongs to another registration");
            return List.of();
        }
        Rule.DRIVER_NEEDS_AN_IDENTIFIER.require(
                command.phone() != null || command.openid() != null || command.fuelCard() != null,
                "a driver needs a phone number, an openid or a fuel card");
        return List.of(command.registered());
    }
}
