package io.jiayou.audit.report;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.history.AnnulledBy;
import io.jiayou.audit.history.RecordedHistory;
import io.jiayou.audit.history.TodaysForm;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.audit.log.SignedTree;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The events that count: those that are annulled by now don't. */
@Component
@ConditionalOnProperty("jiayou.audit.directory")
class Events {

    private static final int PART = 1_000;

    private final RecordedHistory history;
    private final TodaysForm todaysForm;
    private final AnnulledBy annulledBy;

    Events(RecordedHistory history, TodaysForm todaysForm, AnnulledBy annulledBy) {
        this.history = history;
        this.todaysForm = todaysForm;
        this.annulledBy = annulledBy;
    }

    /** Takes one event after the other. */
    @FunctionalInterface
    interface Taker {
        void take(long position, EventRecord record, Object event);
    }

    /**
     * Shows events in the order of their positions.
     *
     * @param tree that covers them
     * @param question makes the question anew for each part
     */
    void each(SignedTree tree, Supplier<HistoryQuestion> question, Taker taker) {
        long after = -1;
        Map<Long, Long> annulled = annulledBy.all();
        while (true) {
            NavigableMap<Long, EventRecord> part = history.find(question.get().positions(after + 1, tree.size()), PART);
            part.forEach((position, record) -> {
                if (!annulled.containsKey(position)) {
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
