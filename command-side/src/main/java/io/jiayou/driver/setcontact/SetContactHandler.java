package io.jiayou.driver.setcontact;

import io.jiayou.command.Aggregates;
import io.jiayou.driver.Driver;
import io.jiayou.driver.DriverAggregate;
import io.jiayou.driver.IdentifierClaims;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link SetContact}. */
@Component
public class SetContactHandler {

    private final Aggregates<DriverAggregate, Driver, DriverEvent> drivers;
    private final IdentifierClaims claims;

    public SetContactHandler(Aggregates<DriverAggregate, Driver, DriverEvent> drivers, IdentifierClaims claims) {
        this.drivers = drivers;
        this.claims = claims;
    }

    @CommandHandler
    void handle(SetContact command) {
        drivers.decide(command.driverId(), driver -> decide(driver, command));
    }

    private List<DriverEvent> decide(Driver driver, SetContact command) {
        String driverId = command.driverId();
        driver.requirePresent();
        if (command.phone().equals(driver.phone())) {
            return List.of();
        }
        driver.requireFewChanges(command.at());
        Rule.IDENTIFIER_PROVED.require(
                !claims.isProved(IdentifierKind.PHONE, driver.phone(), driverId),
                "the driver has shown another number");
        claims.claim(IdentifierKind.PHONE, command.phone(), driverId, Rule.IDENTIFIER_TAKEN, command.at());
        claims.release(IdentifierKind.PHONE, driver.phone(), driverId, command.at());
        return List.of(new DriverProfileChanged(driverId, driver.knownName(), command.phone(), command.at()));
    }
}
