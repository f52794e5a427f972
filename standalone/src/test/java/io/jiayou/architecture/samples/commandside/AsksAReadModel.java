package io.jiayou.architecture.samples.commandside;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.readmodel.View;

@Breaks
@InModule("command-side")
record AsksAReadModel(View view) {}
