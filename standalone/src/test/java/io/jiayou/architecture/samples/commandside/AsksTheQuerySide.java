package io.jiayou.architecture.samples.commandside;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

@Breaks
@InModule("command-side")
record AsksTheQuerySide(OnTheQuerySide other) {}
