package io.jiayou.audit.report;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.history.RecordedHistory;
import io.jiayou.audit.history.TodaysForm;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.audit.log.SignedTree;
import io.jiayou.http.computing.Computations;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Supplier;

/** The events that count of one tree: those that were annulled when the report was begun don't. */
final class Events {

    private static final int PART = 1_000;

    private final RecordedHistory history;
    private final TodaysForm todaysForm;
    private final Set<Long> annulled;
    private final SignedTree tree;

    /** @param annulled their positions */
    Events(RecordedHistory history, TodaysForm todaysForm, Set<Long> annulled, SignedTree tree) {
        this.history = history;
        this.todaysForm = todaysForm;
        this.annulled = annulled;
        this.tree = tree;
    }

    /** Takes one event after the other. */
    @FunctionalInterface
    interface Taker {
        void take(long position, EventRecord record, Object event);
    }

    /**
     * Shows events in the order of their positions.
     *
     * @param question makes the question anew for each part
     */
    void each(Supplier<HistoryQuestion> question, Taker taker) {
        long after = -1;
        while (true) {
            Computations.requireRight();
            NavigableMap<Long, EventRecord> part = history.find(question.get().positions(after + 1, tree.size()), PART);
            part.forEach((position, record) -> {
                if (!annulled.contains(position)) {
                    todaysForm.events(record).forEach(event -> taker.take(position, record, event));
                }
            });
            if (part.size() < PART) {
                return;
            }
            after = part.lastKey();
        }
    }
}
