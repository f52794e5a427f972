package io.jiayou.architecture.samples.commandside;

import io.jiayou.architecture.InModule;
import io.jiayou.readmodel.View;

@InModule("query-side")
record OnTheQuerySide(View view) {}
