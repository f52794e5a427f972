package io.jiayou.identity.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes only when it's set. */
public final class HandSetClock extends Clock {

    private volatile Instant now;

    public HandSetClock(Instant now) {
        this.now = now;
    }

    public void set(Instant other) {
        now = other;
    }

    public void forward(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
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
