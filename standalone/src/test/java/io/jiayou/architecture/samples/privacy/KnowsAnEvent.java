package io.jiayou.architecture.samples.privacy;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.driver.events.DriverErased;

@Breaks
@InModule("privacy")
record KnowsAnEvent(DriverErased event) {}
