package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Canonical;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * States what live generations are the folds of, again and again, so that an auditor's fold has something to confirm that is
 * not older than the pause. A moment in which no event comes is enough: then the documents themselves are hashed as they
 * stand. Where there is none for a while, the model is verified instead, which folds its events beside the live documents.
 */
public final class LiveStatements {

    /** So often a quiet moment is looked for before a model is verified instead. */
    private static final int ATTEMPTS = 6;

    private final Workshop workshop;
    private final Verifications verifications;
    private final Duration every;
    private final InstantSource steady;
    private final Map<String, Standing> standings = new HashMap<>();

    /** What is known of one model's statements. */
    private static final class Standing {
        private long nextMillis;
        private int attempts;
    }

    /**
     * @param every how long a statement is good enough
     * @param steady goes on evenly, whatever the clock is set to
     */
    public LiveStatements(Workshop workshop, Verifications verifications, Duration every, InstantSource steady) {
        this.workshop = workshop;
        this.verifications = verifications;
        this.every = every;
        this.steady = steady;
    }

    /** Looks after all models whose last statement is too old. */
    public void step() {
        long now = steady.millis();
        for (ReadModel<?> model : workshop.models().all()) {
            Standing standing = standings.computeIfAbsent(model.name(), any -> new Standing());
            if (now < standing.nextMillis) {
                continue;
            }
            boolean stated = stateQuiet(model);
            boolean verified = !stated && ++standing.attempts == ATTEMPTS;
            if (verified) {
                verifications.start(List.of(model));
            }
            if (stated || verified) {
                standing.attempts = 0;
                standing.nextMillis = now + every.toMillis();
                workshop.generations()
                        .live(model)
                        .ifPresent(workshop.generations().statements()::thinOut);
            }
        }
    }

    /**
     * States a model's documents as they stand, unless they move. They do not while the newest event of all is one that they
     * have seen, before they are read and after: whatever writes them comes after an event.
     */
    private <V extends View> boolean stateQuiet(ReadModel<V> model) {
        Generation live = workshop.generations().live(model).orElse(null);
        long position = workshop.history().head();
        if (live == null || position < 0 || workshop.positions().of(live) != position) {
            return false;
        }
        if (workshop.generations().statements().isStated(live, position)) {
            return true;
        }
        Documents<V> documents = workshop.generations().documents(model, live);
        Canonical<V> canonical = new Canonical<>(documents);
        CanonicalHash hash = new CanonicalHash();
        documents.inOrder().forEach(view -> hash.add(canonical.digest(view)));
        if (workshop.history().head() != position
                || !workshop.generations().live(model).filter(live::equals).isPresent()) {
            return false;
        }
        long count = hash.documents();
        workshop.generations().statements().state(live, position, count, hash.hash());
        return true;
    }
}
