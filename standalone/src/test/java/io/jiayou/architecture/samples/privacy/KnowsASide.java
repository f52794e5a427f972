package io.jiayou.architecture.samples.privacy;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

@Breaks
@InModule("privacy")
class KnowsASide {

    Object make() {
        return new OnTheQuerySide();
    }
}
