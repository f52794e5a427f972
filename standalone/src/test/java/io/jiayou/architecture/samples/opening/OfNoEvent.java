package io.jiayou.architecture.samples.opening;

import io.jiayou.architecture.Breaks;
import io.jiayou.audit.personal.OfPerson;
import io.jiayou.audit.personal.Opened;
import io.jiayou.driver.events.VehicleAdded;

@Breaks
public record OfNoEvent(
        String person,

        @Opened(from = VehicleAdded.class, field = "driverId")
        String name) implements OfPerson {}
