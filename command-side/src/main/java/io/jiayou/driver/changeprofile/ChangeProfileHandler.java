package io.jiayou.driver.changeprofile;

import io.jiayou.command.Aggregates;
import io.jiayou.driver.Driver;
import io.jiayou.driver.DriverAggregate;
import io.jiayou.driver.IdentifierClaims;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.rules.Rule;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link ChangeProfile}. */
@Component
public class ChangeProfileHandler {

    private final Aggregates<DriverAggregate, Driver, DriverEvent> drivers;
    private final IdentifierClaims claims;

    public ChangeProfileHandler(Aggregates<DriverAggregate, Driver, DriverEvent> drivers, IdentifierClaims claims) {
        this.drivers = drivers;
        this.claims = claims;
    }

    @CommandHandler
    void handle(ChangeProfile command) {
        drivers.decide(command.driverId(), driver -> {
            List<DriverEvent> events = decide(driver, command);
            if (!Objects.equals(driver.phone(), command.phone())) {
                claims.claim(
                        IdentifierKind.PHONE, command.phone(), command.driverId(), Rule.IDENTIFIER_TAKEN, command.at());
                claims.release(IdentifierKind.PHONE, driver.phone(), command.driverId(), command.at());
            }
            return events;
        });
    }

    static List<DriverEvent> decide(Driver driver, ChangeProfile command) {
        driver.requirePresent();
        if (command.name().equals(driver.name()) && Objects.equals(command.phone(), driver.phone())) {
            return List.of();
        }
        Rule.DRIVER_NEEDS_AN_IDENTIFIER.require(
                command.phone() != null || driver.phone() == null, "a phone number can be changed, not given up");
        return List.of(new DriverProfileChanged(command.driverId(), command.name(), command.phone(), command.at()));
    }
}
