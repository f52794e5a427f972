package io.jiayou.architecture.samples.purecommands;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import java.util.UUID;

@Breaks
@InModule("command-side")
class RollsDice {

    UUID decide() {
        return UUID.randomUUID();
    }
}
