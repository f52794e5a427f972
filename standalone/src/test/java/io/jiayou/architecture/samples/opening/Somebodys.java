package io.jiayou.architecture.samples.opening;

import io.jiayou.audit.personal.OfPerson;
import io.jiayou.audit.personal.Opened;
import io.jiayou.driver.events.VehicleAdded;

public record Somebodys(String person, Car car) implements OfPerson {

    public record Car(
            @Opened(from = VehicleAdded.class, field = "plate")
            String plate) {}
}
