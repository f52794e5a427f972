package io.jiayou.readmodel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * An event as the store kept it.
 *
 * @param position its place in the global order, from 0
 * @param sequence its place among the events of its aggregate, from 0
 * @param recordedAt when it was stored, to the millisecond; when it happened stands in the payload
 * @param payload one of the events of {@code io.jiayou.*.events}
 */
public record RecordedEvent(
        long position,
        String eventId,
        String aggregateId,
        long sequence,
        Instant recordedAt,
        Object payload,
        Map<String, String> metadata) {

    // Documents keep milliseconds: a fold that saw more would differ from one that read its document back.
    public RecordedEvent {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
