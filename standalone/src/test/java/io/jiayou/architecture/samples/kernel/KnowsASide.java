package io.jiayou.architecture.samples.kernel;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

@Breaks
@InModule("shared-kernel")
record KnowsASide(OfASide side) {}
