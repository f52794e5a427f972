package io.jiayou.architecture.samples.purecommands;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.ids.Ids;

@Breaks
@InModule("command-side")
class MakesAnId {

    String decide() {
        return Ids.timeOrdered();
    }
}
