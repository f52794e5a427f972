package io.jiayou.http.access;

import io.jiayou.access.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which sessions have ended, and which actors have lost their right, for as long as a token of theirs could still be good. A
 * token is checked against it each time, also one that was believed before.
 *
 * <p>It's bounded, and nobody gets out of it by making others come in: when there would be more than {@value #MOST}, all
 * tokens given out so far are refused instead. Whoever has a living session fetches the next one, and who hasn't can't.
 */
public final class EndedSessions {

    /** Some 15 MB; more end within a token's life only where somebody makes them. */
    private static final int MOST = 100_000;

    /** Until the last token that was given out before is over, on clocks that differ by a minute. */
    private static final Duration KEPT = Claims.LONGEST_LIFE.plusMinutes(1);

    /** A token that was just given out may be this much from the future. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private record Ended(String id, long until) {}

    private final Map<String, Long> ended = new ConcurrentHashMap<>();
    private final Queue<Ended> oldestFirst = new ArrayDeque<>();
    private final InstantSource clock;
    private final LongSupplier nanos;
    private volatile Instant refusedUpTo = Instant.MIN;
    private volatile boolean known;

    /** @param nanos goes forward only, however clocks are set */
    EndedSessions(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** A session, or all of an actor, ended. Ids of sessions and actors are of one space. */
    public synchronized void ended(String id) {
        long now = nanos.getAsLong();
        forgetOld(now);
        if (ended.size() >= MOST) {
            refusedUpTo = clock.instant().plus(SKEW);
            ended.clear();
            oldestFirst.clear();
        }
        long until = now + KEPT.toNanos();
        ended.put(id, until);
        oldestFirst.add(new Ended(id, until));
    }

    /** An actor got the right back; sessions that ended stay ended. */
    public synchronized void back(String actor) {
        ended.remove(actor);
    }

    /** From now on the table is whole: what ended before the node started was read. */
    public void whole() {
        known = true;
    }

    /** Whether the table is whole; before, no token can be believed. */
    boolean isWhole() {
        return known;
    }

    /** Whether a caller's right has ended. */
    public boolean has(Caller caller, Instant issuedAt) {
        return ended.containsKey(caller.sessionId())
                || ended.containsKey(caller.actor())
                || !issuedAt.isAfter(refusedUpTo);
    }

    int size() {
        return ended.size();
    }

    private void forgetOld(long now) {
        for (Ended first = oldestFirst.peek(); first != null && first.until() - now <= 0; first = oldestFirst.peek()) {
            oldestFirst.remove();
            ended.remove(first.id(), first.until());
        }
    }
}
