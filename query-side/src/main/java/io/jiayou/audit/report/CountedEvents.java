package io.jiayou.audit.report;

import io.jiayou.audit.history.AnnulledBy;
import io.jiayou.audit.history.RecordedHistory;
import io.jiayou.audit.history.TodaysForm;
import io.jiayou.audit.log.SignedTree;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Where a report gets its events from. */
@Component
@ConditionalOnProperty("jiayou.audit.directory")
class CountedEvents {

    private final RecordedHistory history;
    private final TodaysForm todaysForm;
    private final AnnulledBy annulledBy;

    CountedEvents(RecordedHistory history, TodaysForm todaysForm, AnnulledBy annulledBy) {
        this.history = history;
        this.todaysForm = todaysForm;
        this.annulledBy = annulledBy;
    }

    /** Those that a tree covers. What is annulled is asked once, so that all figures of a report leave the same out. */
    Events of(SignedTree tree) {
        return new Events(history, todaysForm, Set.copyOf(annulledBy.all().keySet()), tree);
    }
}
