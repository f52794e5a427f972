package io.jiayou.architecture.samples.opening;

import io.jiayou.architecture.Breaks;
import io.jiayou.audit.personal.Opened;
import io.jiayou.driver.events.DriverRegistered;

@Breaks
public record Nobodys(
        @Opened(from = DriverRegistered.class, field = "name")
        String name) {}
