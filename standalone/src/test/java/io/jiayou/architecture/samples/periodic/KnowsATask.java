package io.jiayou.architecture.samples.periodic;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.readmodel.ReadModel;

@Breaks
@InModule("periodic")
record KnowsATask(ReadModel<?> model) {}
