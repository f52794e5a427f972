package io.jiayou.periodic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes on evenly whatever the machine's clock is set to. Its moments mean nothing, their differences do. */
public final class SteadyClock extends Clock {

    private final long beginning = System.nanoTime();

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(Duration.ofNanos(System.nanoTime() - beginning));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
