package io.jiayou.http.connections;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/**
 * An open connection, and until when the step that it's in has to be done. A request's head has to be whole in time, however
 * often another byte of it comes; what happens between a whole head and the answer is bounded elsewhere.
 */
final class Connection {

    private static final long NONE = Long.MAX_VALUE;

    private final SocketChannel channel;
    private final String owner;
    private final long headNanos;
    private final long acceptedAt;
    private volatile boolean waiting;
    private volatile boolean over;
    private volatile long deadline;

    /** @param owner whose connections are counted together; blank for one that counts for nobody */
    Connection(SocketChannel channel, String owner, long headNanos, long now) {
        this.channel = channel;
        this.owner = owner;
        this.headNanos = headNanos;
        this.acceptedAt = now;
        this.deadline = now + headNanos;
    }

    String owner() {
        return owner;
    }

    long acceptedAt() {
        return acceptedAt;
    }

    boolean isCut() {
        return over;
    }

    /** Whether nothing is under way on it but perhaps a part of a head. */
    boolean isWithoutRequest() {
        return !over && (waiting || deadline != NONE);
    }

    /** The server was told that there is something to read. */
    void stirs(long now) {
        if (waiting) {
            waiting = false;
            deadline = now + headNanos;
        }
    }

    /** A request's head is whole. */
    void hasRequest() {
        deadline = NONE;
    }

    /** A request was answered; what is left of its body, and the next head, have to come in time. */
    void hasAnswered(long now) {
        deadline = now + headNanos;
    }

    /** Nothing is under way; the server itself closes what is idle for too long. */
    void rests() {
        waiting = true;
        deadline = NONE;
    }

    boolean isLate(long now) {
        long end = deadline;
        return end != NONE && now - end > 0;
    }

    /** Lets the server see the connection's end, so that it closes it in its own way. */
    void cut() {
        over = true;
        deadline = NONE;
        try {
            channel.shutdownInput();
        } catch (IOException | RuntimeException alreadyClosed) {
            // then there is nothing left to do
        }
    }
}
