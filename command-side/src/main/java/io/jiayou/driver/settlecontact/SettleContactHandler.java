package io.jiayou.driver.settlecontact;

import io.jiayou.command.Aggregates;
import io.jiayou.driver.Driver;
import io.jiayou.driver.DriverAggregate;
import io.jiayou.driver.IdentifierClaims;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierKind;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/**
 * Decides on {@link SettleContact}. Who shows a contact first gets the driver whom somebody registered under it, unless
 * another person has shown something else of that driver: then the contact was a claim that nobody proved, and its owner wins.
 */
@Component
public class SettleContactHandler {

    private final Aggregates<DriverAggregate, Driver, DriverEvent> drivers;
    private final IdentifierClaims claims;

    public SettleContactHandler(Aggregates<DriverAggregate, Driver, DriverEvent> drivers, IdentifierClaims claims) {
        this.drivers = drivers;
        this.claims = claims;
    }

    @CommandHandler
    void handle(SettleContact command) {
        drivers.decide(command.driverId(), driver -> decide(driver, command));
    }

    private List<DriverEvent> decide(Driver driver, SettleContact command) {
        boolean stays = command.wanted() && !driver.erased() && !isSomebody(driver, command.driverId());
        boolean lost = claims.settle(command.kind(), command.identifier(), command.driverId(), stays, command.at());
        return lost && command.identifier().equals(driver.phone())
                ? List.of(new DriverProfileChanged(command.driverId(), driver.knownName(), null, command.at()))
                : List.of();
    }

    /** Whether anybody logs in as this driver. */
    private boolean isSomebody(Driver driver, String driverId) {
        DriverRegistered registered = driver.registered();
        return claims.isProved(IdentifierKind.PHONE, driver.phone(), driverId)
                || registered != null && claims.isProved(IdentifierKind.OPENID, registered.openid(), driverId);
    }
}
