package io.jiayou.http.caching;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes of the heap for all answers of a node that are being kept at a moment. For many threads. */
final class Room {

    private final AtomicLong left;

    Room(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** Whether there was room for so many bytes, which are the caller's from then on. */
    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }

    long left() {
        return left.get();
    }
}
