package io.jiayou.audit;

import java.util.List;

/** The events of one aggregate as they were recorded, past serialisers and upcasters. */
public interface AggregateRecords {

    /** All of them, by their sequence; none for an unknown id. */
    List<EventRecord> of(String aggregateId);
}
