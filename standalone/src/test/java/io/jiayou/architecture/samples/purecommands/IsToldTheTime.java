package io.jiayou.architecture.samples.purecommands;

import io.jiayou.architecture.InModule;
import io.jiayou.ids.Ids;
import java.time.Duration;
import java.time.Instant;

@InModule("command-side")
class IsToldTheTime {

    String decide(Instant at) {
        return Ids.derived("sample", at.plus(Duration.ofHours(2)).toString());
    }
}
