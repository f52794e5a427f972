package io.jiayou.architecture.samples.http;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

@Breaks
@InModule("http")
class KnowsTheCommandSide {

    Object make() {
        return new OnTheCommandSide();
    }
}
