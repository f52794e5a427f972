package io.jiayou.audit.history;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.history.HistoryEvent.Cause;
import io.jiayou.audit.index.HistoryIndex;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.metadata.MetadataKeys;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What caused what, as the events' metadata say. */
@Component
@ConditionalOnProperty("jiayou.audit.directory")
class Causes {

    private static final int MOST = 100;

    private final HistoryIndex index;

    Causes(HistoryIndex index) {
        this.index = index;
    }

    @Nullable
    Cause causedBy(EventRecord event) {
        String id = event.metadata().get(MetadataKeys.CAUSATION_ID);
        if (id == null) {
            return null;
        }
        long[] found = index.find(HistoryScope.current().within(new HistoryQuestion().event(id)), 1);
        return new Cause(id, found.length == 0 ? null : found[0]);
    }

    List<Long> effects(EventRecord event) {
        return positions(event.id(), -1);
    }

    List<Long> together(long position, EventRecord event) {
        String id = event.metadata().get(MetadataKeys.CAUSATION_ID);
        return id == null ? List.of() : positions(id, position);
    }

    private List<Long> positions(String causation, long except) {
        HistoryQuestion question = HistoryScope.current().within(new HistoryQuestion().causation(causation));
        return Arrays.stream(index.find(question, MOST))
                .filter(one -> one != except)
                .boxed()
                .toList();
    }
}
