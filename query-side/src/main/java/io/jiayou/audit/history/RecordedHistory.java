package io.jiayou.audit.history;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.index.HistoryIndex;
import io.jiayou.audit.index.HistoryQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The events that a question is about: found in the index, read from the store. */
@Component
@ConditionalOnProperty("jiayou.audit.directory")
public class RecordedHistory {

    /** Events that stand so near to each other are read at once. */
    private static final int NEAR = 32;

    private final HistoryIndex index;
    private final EventRecords records;

    public RecordedHistory(HistoryIndex index, EventRecords records) {
        this.index = index;
        this.records = records;
    }

    /** The first of the wanted events, by position. */
    public NavigableMap<Long, EventRecord> find(HistoryQuestion question, int atMost) {
        return read(index.find(question, atMost));
    }

    private NavigableMap<Long, EventRecord> read(long[] positions) {
        NavigableMap<Long, EventRecord> events = new TreeMap<>();
        for (int first = 0; first < positions.length; ) {
            int last = first;
            while (last + 1 < positions.length && positions[last + 1] - positions[last] <= NEAR) {
                last++;
            }
            long from = positions[first];
            List<EventRecord> run = new ArrayList<>(records.from(from, (int) (positions[last] - from) + 1));
            for (int n = first; n <= last; n++) {
                events.put(positions[n], run.get((int) (positions[n] - from)));
            }
            first = last + 1;
        }
        return events;
    }
}
