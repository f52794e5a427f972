package io.jiayou.driver.changeprofile;

import io.jiayou.command.Aggregates;
import io.jiayou.driver.Driver;
import io.jiayou.driver.DriverAggregate;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.DriverProfileChanged;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link ChangeProfile}. */
@Component
public class ChangeProfileHandler {

    private final Aggregates<DriverAggregate, Driver, DriverEvent> drivers;

    public ChangeProfileHandler(Aggregates<DriverAggregate, Driver, DriverEvent> drivers) {
        this.drivers = drivers;
    }

    @CommandHandler
    void handle(ChangeProfile command) {
        drivers.decide(command.driverId(), driver -> decide(driver, command));
    }

    static List<DriverEvent> decide(Driver driver, ChangeProfile command) {
        driver.requirePresent();
        if (command.name().equals(driver.name())) {
            return List.of();
        }
        driver.requireFewChanges(command.at());
        return List.of(new DriverProfileChanged(command.driverId(), command.name(), driver.phone(), command.at()));
    }
}
