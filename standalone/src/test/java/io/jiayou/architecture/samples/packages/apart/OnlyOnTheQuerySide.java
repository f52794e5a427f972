package io.jiayou.architecture.samples.packages.apart;

import io.jiayou.architecture.InModule;

@InModule("query-side")
class OnlyOnTheQuerySide {}
