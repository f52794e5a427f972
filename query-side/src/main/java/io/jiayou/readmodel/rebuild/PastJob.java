package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.documents.PastRecord.Share;
import io.jiayou.readmodel.documents.UnstorableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a past: folds the first events into its generations at one reading, and hashes what they became. All of it is
 * there in the end, or nothing.
 */
final class PastJob implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(PastJob.class);

    private final Workshop workshop;
    private final PastRecord past;
    private final UnaryOperator<RecordedEvent> rule;
    private final List<Build<?>> builds = new ArrayList<>();
    private boolean careful;
    private Set<Long> annulled = Set.of();
    private volatile long folded;
    private volatile boolean lost;

    /** @param rule what each event becomes before it's folded */
    PastJob(Workshop workshop, PastRecord past, UnaryOperator<RecordedEvent> rule) {
        this.workshop = workshop;
        this.past = past;
        this.rule = rule;
    }

    /** How many events were folded so far. */
    long folded() {
        return folded;
    }

    /** Keeps the claim alive; one that is lost ends the work. */
    void renew() {
        lost |= !workshop.generations().pasts().extend(past.name());
    }

    /** Ends the work, since nobody wants it any more. */
    void cancel() {
        lost = true;
    }

    @Override
    public void run() {
        boolean complete = false;
        try {
            complete = build();
        } catch (InterruptedException | RuntimeException e) {
            // Ends a wait that the read store would do with an interrupted thread.
            boolean stopping = e instanceof InterruptedException || Thread.interrupted();
            fail(stopping ? "the node that built it has ended" : e.toString(), e);
        } finally {
            builds.forEach(Build::close);
            if (!complete) {
                discard();
            }
        }
    }

    private boolean build() throws InterruptedException {
        try {
            return attempt();
        } catch (UnstorableException e) {
            log.warn("The past {} begins again, event by event: {}", past.name(), e.getMessage());
            builds.forEach(Build::close);
            builds.clear();
            discard();
            careful = true;
            return attempt();
        }
    }

    private boolean attempt() throws InterruptedException {
        for (Share share : past.models()) {
            begin(share);
        }
        fold();
        return finish();
    }

    private void begin(Share share) {
        ReadModel<?> model = workshop.models()
                .named(share.model())
                .orElseThrow(() -> new IllegalStateException("no read model is called " + share.model()));
        builds.add(build(model, share.asGeneration()));
    }

    private <V extends View> Build<V> build(ReadModel<V> model, Generation generation) {
        int documentsInMemory = workshop.documentsInMemory() / past.models().size();
        return new Build<>(
                model,
                workshop.generations().documents(model, generation),
                workshop.history(),
                past.position(),
                documentsInMemory,
                careful);
    }

    private void fold() throws InterruptedException {
        annulled = workshop.history().annulledUpTo(past.position()).keySet();
        HeapRoom room = HeapRoom.own();
        try (ReadAhead events = new ReadAhead(workshop.history(), -1, past::position)) {
            for (List<RecordedEvent> chunk = events.next(); !chunk.isEmpty() && !lost; chunk = events.next()) {
                room.require();
                List<RecordedEvent> ruled = chunk.stream().map(this::ruled).toList();
                builds.forEach(build -> build.fold(ruled));
                folded = chunk.getLast().position() + 1;
            }
        }
    }

    /** A rule never sees what is left out: it would remember a price that nobody was asked for. */
    private RecordedEvent ruled(RecordedEvent event) {
        return annulled.contains(event.position()) ? event : rule.apply(event);
    }

    /** @return false if the past isn't wanted any more */
    private boolean finish() {
        List<Share> shares = new ArrayList<>();
        for (Build<?> build : builds) {
            if (lost) {
                return false;
            }
            Generation generation = build.generation();
            CanonicalHash hash = build.hash();
            long documents = hash.documents();
            shares.add(new Share(generation.model(), generation.number(), documents, hash.hash()));
        }
        if (past.whatIf() == null) {
            shares.forEach(this::state);
        }
        PastRecord ready = past.ready(shares, workshop.clock().instant());
        boolean wanted = workshop.generations().pasts().finish(ready);
        log.info("The past {} {}", past.name(), wanted ? "is ready" : "isn't wanted any more");
        return wanted;
    }

    private void state(Share share) {
        if (share.documents() != null && share.hash() != null) {
            workshop.generations()
                    .statements()
                    .state(share.asGeneration(), past.position(), share.documents(), share.hash());
        }
    }

    private void fail(String error, Exception cause) {
        log.error("The past {} can't be built", past.name(), cause);
        try {
            workshop.generations().pasts().fail(past.name(), error);
        } catch (RuntimeException e) {
            log.warn("That {} failed shows when its claim ends: {}", past.name(), e.toString());
        }
    }

    private void discard() {
        for (Share share : past.models()) {
            try {
                workshop.generations().drop(share.asGeneration());
            } catch (RuntimeException e) {
                log.warn(
                        "{} is left for later to drop: {}", share.asGeneration().name(), e.toString());
            }
        }
    }
}
