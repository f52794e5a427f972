package io.jiayou.architecture.samples.purekernel.events;

import io.jiayou.architecture.InModule;
import java.time.Instant;

@InModule("shared-kernel")
record CarParked(Instant at) {

    Instant until() {
        return at.plusSeconds(60);
    }
}
