package io.jiayou.http.computing;

import io.jiayou.access.Caller;
import io.jiayou.http.ProblemException;
import io.jiayou.http.access.Right;
import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.bounds.Places;
import io.jiayou.http.lasting.Held;
import io.jiayou.http.lasting.Lasting;
import io.jiayou.rules.Detail;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answers that take long to compute on this node: so many at once, of which an actor may have half. Whoever comes beyond that
 * waits in turn. How many wait, or have an answer that their client doesn't take, is bounded too.
 */
public final class Computations {

    static final Detail TOO_MANY = Detail.of("too many answers are being computed at the moment");

    /** When whoever found no place may try again. */
    static final Duration AGAIN = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For each place of an actor. */
    private static final int BEGUN = 8;

    private static final ThreadLocal<@Nullable Computation> CURRENT = new ThreadLocal<>();

    private final Places places;
    private final Places begun;
    private final Lasting lasting;

    Computations(int atOnce, Lasting lasting) {
        this(atOnce, PATIENCE, lasting);
    }

    Computations(int atOnce, Duration patience, Lasting lasting) {
        int all = Math.max(1, atOnce);
        int ofOne = Math.max(1, all / 2);
        this.places = new Places(all, ofOne, patience);
        this.begun = new Places(all * BEGUN * BEGUN, ofOne * BEGUN, Duration.ZERO);
        this.lasting = lasting;
    }

    /**
     * Begins one, when there is a place for it.
     *
     * @throws ProblemException UNAVAILABLE if there was none within ten seconds, or too many wait already; UNAUTHENTICATED if the
     *     right has ended meanwhile
     */
    public Computation begin(Right right) {
        String owner = owner(right);
        if (!begun.take(owner)) {
            throw Computation.tooMany();
        }
        Held held = lasting.watch(right);
        Computation computation = new Computation(places, owner, held, () -> begun.giveBack(owner));
        try {
            computation.begin();
            return computation;
        } catch (RuntimeException | Error e) {
            computation.close();
            throw e;
        }
    }

    private static String owner(Right right) {
        Caller caller = right.caller();
        return caller == null ? AddressRange.customer(right.from()).toString() : caller.actor();
    }

    /** Says for what this thread works from now on. */
    static void enter(Computation computation) {
        CURRENT.set(computation);
    }

    static void leave() {
        CURRENT.remove();
    }

    /**
     * To be asked now and then by whatever takes long; says nothing on threads that answer no such endpoint.
     *
     * @throws ProblemException UNAUTHENTICATED if the right has ended that this thread works by
     */
    public static void requireRight() {
        Computation current = CURRENT.get();
        if (current != null) {
            current.requireRight();
        }
    }

    /** An answer in parts, see {@link Computation#answering}, of the endpoint that this thread answers. */
    public static OutputStream answering(OutputStream answer) {
        Computation current = CURRENT.get();
        return current == null ? answer : current.answering(answer);
    }
}
