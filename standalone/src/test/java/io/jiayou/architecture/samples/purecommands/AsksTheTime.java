package io.jiayou.architecture.samples.purecommands;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import java.time.Instant;
import java.util.function.Supplier;

@Breaks
@InModule("command-side")
class AsksTheTime {

    Supplier<Instant> decide() {
        return () -> Instant.now();
    }
}
