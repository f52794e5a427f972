package io.jiayou.architecture.samples.timers.owned;

import io.jiayou.architecture.Breaks;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

@Breaks
record OwnsATimer(ScheduledExecutorService timer) {

    static OwnsATimer make() {
        return new OwnsATimer(Executors.newSingleThreadScheduledExecutor());
    }
}
