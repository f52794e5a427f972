package io.jiayou.architecture.samples.purecommands;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import java.time.Clock;
import java.time.Instant;

@Breaks
@InModule("command-side")
class AsksAClock {

    Instant decide(Clock clock) {
        return clock.instant();
    }
}
