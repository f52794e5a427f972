package io.jiayou.architecture.samples.purekernel.events;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import java.time.Instant;

@Breaks
@InModule("shared-kernel")
record CarWashed(Instant at) {

    static CarWashed now() {
        return new CarWashed(Instant.now());
    }
}
