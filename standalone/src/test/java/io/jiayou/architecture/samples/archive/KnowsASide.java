package io.jiayou.architecture.samples.archive;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.readmodel.ReadModel;

@Breaks
@InModule("archive")
record KnowsASide(ReadModel<?> model) {}
