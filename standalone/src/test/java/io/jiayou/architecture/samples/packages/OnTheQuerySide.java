package io.jiayou.architecture.samples.packages;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

@Breaks
@InModule("query-side")
class OnTheQuerySide {}
