package io.jiayou.driver.removevehicle;

import io.jiayou.command.Aggregates;
import io.jiayou.driver.Driver;
import io.jiayou.driver.DriverAggregate;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link RemoveVehicle}. */
@Component
public class RemoveVehicleHandler {

    private final Aggregates<DriverAggregate, Driver, DriverEvent> drivers;

    public RemoveVehicleHandler(Aggregates<DriverAggregate, Driver, DriverEvent> drivers) {
        this.drivers = drivers;
    }

    @CommandHandler
    void handle(RemoveVehicle command) {
        drivers.decide(command.driverId(), driver -> decide(driver, command));
    }

    static List<DriverEvent> decide(Driver driver, RemoveVehicle command) {
        driver.requirePresent();
        Integer vehicle = driver.vehicles().get(command.plate());
        if (vehicle == null) {
            throw Rule.VEHICLE_UNKNOWN.violated("the driver has no vehicle with this plate");
        }
        driver.requireFewChanges(command.at());
        return List.of(new VehicleRemoved(command.driverId(), command.plate(), vehicle, command.at()));
    }
}
