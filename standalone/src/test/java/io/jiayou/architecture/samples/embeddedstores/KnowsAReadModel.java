package io.jiayou.architecture.samples.embeddedstores;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.readmodel.ReadModel;

@Breaks
@InModule("embedded-stores")
record KnowsAReadModel(ReadModel<?>[] models) {}
