package io.jiayou.http.computing;

import io.jiayou.http.ProblemException;
import io.jiayou.http.bounds.Places;
import io.jiayou.http.lasting.Held;
import io.jiayou.rules.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/**
 * An answer that takes long to compute. It has one of the node's places while it's worked on, and none while a client takes it. For
 * one thread at a time.
 */
public final class Computation implements AutoCloseable {

    private final Places places;
    private final String owner;
    private final Held held;
    private final Runnable atEnd;
    private boolean placed;

    Computation(Places places, String owner, Held held, Runnable atEnd) {
        this.places = places;
        this.owner = owner;
        this.held = held;
        this.atEnd = atEnd;
    }

    /** Waits for a place. */
    void begin() {
        placed = places.take(owner);
        if (!placed) {
            throw tooMany();
        }
        requireRight();
    }

    static ProblemException tooMany() {
        return ProblemException.of(Problem.UNAVAILABLE, null, Computations.TOO_MANY, Computations.AGAIN);
    }

    /** @throws ProblemException UNAUTHENTICATED if the right that it began with has ended */
    public void requireRight() {
        held.requireRight();
    }

    /** Gives the place back: nothing is computed for a while. */
    void rest() {
        if (placed) {
            placed = false;
            places.giveBack(owner);
        }
    }

    /** Has a place again, however long that takes: a part of the answer is told already. */
    void goOn() throws IOException {
        while (!placed) {
            placed = places.take(owner);
            if (!placed && Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while others computed");
            }
            requireRight();
        }
    }

    /**
     * An answer of which one part after the other is computed with a place and sent without: who reads slowly keeps nobody waiting.
     * It breaks off when the right ends. Closing it sends the rest and leaves the other stream open.
     */
    public OutputStream answering(OutputStream answer) {
        return new AnswerInParts(this, answer);
    }

    @Override
    public void close() {
        rest();
        held.close();
        atEnd.run();
    }
}
