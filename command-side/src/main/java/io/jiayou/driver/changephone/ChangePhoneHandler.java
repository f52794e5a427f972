package io.jiayou.driver.changephone;

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

/** Decides on {@link ChangePhone}. */
@Component
public class ChangePhoneHandler {

    private final Aggregates<DriverAggregate, Driver, DriverEvent> drivers;
    private final IdentifierClaims claims;

    public ChangePhoneHandler(Aggregates<DriverAggregate, Driver, DriverEvent> drivers, IdentifierClaims claims) {
        this.drivers = drivers;
        this.claims = claims;
    }

    @CommandHandler
    void handle(ChangePhone command) {
        drivers.decide(command.driverId(), driver -> decide(driver, command));
    }

    /** The same number again only becomes proved, where it was a contact. */
    private List<DriverEvent> decide(Driver driver, ChangePhone command) {
        String driverId = command.driverId();
        driver.requirePresent();
        claims.claimProved(IdentifierKind.PHONE, command.phone(), driverId, Rule.IDENTIFIER_TAKEN, command.at());
        if (command.phone().equals(driver.phone())) {
            return List.of();
        }
        claims.release(IdentifierKind.PHONE, driver.phone(), driverId, command.at());
        return List.of(new DriverProfileChanged(driverId, driver.knownName(), command.phone(), command.at()));
    }
}
