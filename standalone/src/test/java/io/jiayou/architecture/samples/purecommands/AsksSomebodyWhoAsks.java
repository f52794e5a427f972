package io.jiayou.architecture.samples.purecommands;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

@Breaks
@InModule("command-side")
class AsksSomebodyWhoAsks {

    long decide() {
        return Somebody.age();
    }
}
