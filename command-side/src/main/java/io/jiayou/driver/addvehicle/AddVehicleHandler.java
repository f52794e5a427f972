package io.jiayou.driver.addvehicle;

import io.jiayou.command.Aggregates;
import io.jiayou.driver.Driver;
import io.jiayou.driver.DriverAggregate;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link AddVehicle}. */
@Component
public class AddVehicleHandler {

    /** A private driver has a few; fleets come with fleet cards. */
    static final int MOST_VEHICLES = 20;

    private final Aggregates<DriverAggregate, Driver, DriverEvent> drivers;

    public AddVehicleHandler(Aggregates<DriverAggregate, Driver, DriverEvent> drivers) {
        this.drivers = drivers;
    }

    @CommandHandler
    void handle(AddVehicle command) {
        drivers.decide(command.driverId(), driver -> decide(driver, command));
    }

    static List<DriverEvent> decide(Driver driver, AddVehicle command) {
        driver.requirePresent();
        Rule.VEHICLE_ALREADY_ADDED.require(
                !driver.vehicles().containsKey(command.plate()), "the driver has this vehicle already");
        Rule.TOO_MANY_VEHICLES.require(
                driver.vehicles().size() < MOST_VEHICLES, "a driver has at most {0} vehicles", MOST_VEHICLES);
        driver.requireFewChanges(command.at());
        return List.of(new VehicleAdded(command.driverId(), command.plate(), command.at()));
    }
}
