package io.jiayou.driver.erasedriver;

import io.jiayou.command.Aggregates;
import io.jiayou.driver.Driver;
import io.jiayou.driver.DriverAggregate;
import io.jiayou.driver.IdentifierClaims;
import io.jiayou.driver.events.DriverErased;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.privacy.PersonKeys;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Decides on {@link EraseDriver}, and frees the identifiers: the same person may come again as somebody new. */
@Component
public class EraseDriverHandler {

    private final Aggregates<DriverAggregate, Driver, DriverEvent> drivers;
    private final IdentifierClaims claims;
    private final ObjectProvider<PersonKeys> keys;

    public EraseDriverHandler(
            Aggregates<DriverAggregate, Driver, DriverEvent> drivers,
            IdentifierClaims claims,
            ObjectProvider<PersonKeys> keys) {
        this.drivers = drivers;
        this.claims = claims;
        this.keys = keys;
    }

    /**
     * Also of a driver whose registration is annulled: what is known of them is still stored. What is sealed from here on is
     * lost, so the claims are kept before: a second attempt can't read identifiers.
     */
    @CommandHandler
    void handle(EraseDriver command) {
        String driverId = command.driverId();
        drivers.decideOnWhatIsLeft(driverId, driver -> {
            List<DriverEvent> events = decide(driver, command);
            if (!events.isEmpty()) {
                keys.getObject()
                        .begin(driverId, command.at(), () -> claimIds(driver))
                        .claims()
                        .forEach(claim -> claims.release(claim, driverId, command.at()));
            }
            return events;
        });
    }

    private List<String> claimIds(Driver driver) {
        DriverRegistered registered = driver.registered();
        return registered == null
                ? List.of()
                : claims.claimIds(driver.phone(), registered.openid(), registered.fuelCard());
    }

    static List<DriverEvent> decide(Driver driver, EraseDriver command) {
        return driver.erased() ? List.of() : List.of(new DriverErased(command.driverId(), command.at()));
    }
}
