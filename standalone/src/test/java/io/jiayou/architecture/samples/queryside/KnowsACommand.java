package io.jiayou.architecture.samples.queryside;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

@Breaks
@InModule("query-side")
record KnowsACommand(OnTheCommandSide command) {}
