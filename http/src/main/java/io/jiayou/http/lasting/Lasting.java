package io.jiayou.http.lasting;

import io.jiayou.access.Caller;
import io.jiayou.http.ProblemException;
import io.jiayou.http.access.EndedSessions;
import io.jiayou.http.access.Right;
import io.jiayou.http.perimeter.AtTheTerminal;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that lasts longer than a request on this node, each with the right that it began with: streams, imports, exports, and
 * whatever comes. It ends when its time is over, its session or actor has ended, or its address is kept out. Bounded for each
 * actor and in all.
 */
public final class Lasting {

    /** When whoever has too much open may try again. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Set<Held> all = new HashSet<>();
    private final Set<Held> watched = new HashSet<>();
    private final Map<String, Integer> ofActors = new HashMap<>();
    private final EndedSessions ended;
    private final Predicate<Right> letsIn;
    private final int perActor;
    private final int perNode;
    private final InstantSource clock;

    Lasting(EndedSessions ended, Predicate<Right> letsIn, int perActor, int perNode, InstantSource clock) {
        this.ended = ended;
        this.letsIn = letsIn;
        this.perActor = perActor;
        this.perNode = perNode;
        this.clock = clock;
    }

    /**
     * Begins something. It may have ended before this returns.
     *
     * @param atEnd is run once when the right ends, on a thread of its own
     * @throws ProblemException TOO_MANY_REQUESTS if the actor has as much open as may be, or all have
     */
    public Held begin(Right right, Runnable atEnd) {
        Held held = new Held(right, atEnd, this::forget);
        add(held);
        // what ended after the request was let in, and before this was known of
        endIfOver(held, clock.instant());
        return held;
    }

    /**
     * Watches the right of something that takes nobody's share: a request that is still being answered, and that another bound
     * counts. It may have ended before this returns.
     */
    public Held watch(Right right) {
        Held held = new Held(right, () -> {}, this::forget);
        synchronized (this) {
            watched.add(held);
        }
        endIfOver(held, clock.instant());
        return held;
    }

    /** Ends whatever has no right any more. */
    void review() {
        Instant now = clock.instant();
        everything().forEach(held -> endIfOver(held, now));
    }

    /** How much is open, but for what is only watched. */
    synchronized int size() {
        return all.size();
    }

    private synchronized List<Held> everything() {
        List<Held> everything = new ArrayList<>(all);
        everything.addAll(watched);
        return everything;
    }

    private synchronized void add(Held held) {
        String actor = actor(held);
        if (actor != null && ofActors.getOrDefault(actor, 0) >= perActor) {
            throw tooMuch(Detail.of("more than {0} at a time", perActor));
        }
        if (all.size() >= perNode) {
            throw tooMuch(Detail.of("too much is open here"));
        }
        all.add(held);
        if (actor != null) {
            ofActors.merge(actor, 1, Integer::sum);
        }
    }

    private synchronized void forget(Held held) {
        watched.remove(held);
        String actor = actor(held);
        if (all.remove(held) && actor != null) {
            ofActors.computeIfPresent(actor, (same, count) -> count == 1 ? null : count - 1);
        }
    }

    private void endIfOver(Held held, Instant now) {
        Right right = held.right();
        Caller caller = right.caller();
        boolean over = !now.isBefore(right.until())
                || caller != null && ended.has(caller, right.issuedAt())
                || !letsIn.test(right);
        if (over) {
            held.end();
        }
    }

    /** Whose share it takes; nobody's for who sits at the machine, whom many commands share. */
    private static @Nullable String actor(Held held) {
        Caller caller = held.right().caller();
        return caller == null || AtTheTerminal.isWhereFrom(caller, held.right().from()) ? null : caller.actor();
    }

    private static ProblemException tooMuch(Detail detail) {
        return ProblemException.of(Problem.TOO_MANY_REQUESTS, null, detail, AGAIN);
    }
}
