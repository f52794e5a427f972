package io.jiayou.architecture.samples.privacy;

import io.jiayou.architecture.InModule;

@InModule("query-side")
class OnTheQuerySide {}
