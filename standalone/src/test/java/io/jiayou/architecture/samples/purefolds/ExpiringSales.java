package io.jiayou.architecture.samples.purefolds;

import io.jiayou.architecture.Breaks;
import io.jiayou.readmodel.View;
import java.time.Instant;

/** The same history would give another document tomorrow. */
@Breaks
record ExpiringSales(String id, Instant at, long position) implements View {

    boolean expired() {
        return at.isBefore(Instant.now());
    }
}
