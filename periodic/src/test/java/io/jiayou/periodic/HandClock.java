package io.jiayou.periodic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set. */
final class HandClock implements InstantSource {

    private Instant now;

    HandClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(String moment) {
        now = Instant.parse(moment);
    }

    void goOn(Duration time) {
        now = now.plus(time);
    }
}
