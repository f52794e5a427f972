package io.jiayou.audit.history;

import io.jiayou.readmodel.history.History;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which recorded events are struck through: kept for ever, and left out of all that is folded. */
@Component
public class AnnulledBy {

    private final History history;

    AnnulledBy(History history) {
        this.history = history;
    }

    /** The positions of annulled events, each with that of the event that confirmed it. */
    public Map<Long, Long> all() {
        return history.annulledUpTo(Long.MAX_VALUE);
    }
}
