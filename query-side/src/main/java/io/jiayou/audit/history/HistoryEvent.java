package io.jiayou.audit.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.jiayou.audit.EventRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as it was recorded, with what is around it.
 *
 * @param position its place in the global order, from 0
 * @param id the event's own id
 * @param recordedAt when it was recorded; when it happened is in its payload
 * @param type its stored name: {@code order.placed}
 * @param revision which form of the event it is; absent where its type has none
 * @param aggregateType the kind of what it is about
 * @param aggregateId what it is about: an order, a driver, a station
 * @param sequence its place among the events of the same aggregate, from 0
 * @param metadata who and what caused it
 * @param payload as it was serialised, but for sealed texts, which are open
 * @param upcast what today's readers see instead, one event or several; absent where that is the payload as recorded
 * @param causedBy what directly caused it; absent for an event that doesn't say
 * @param annulledBy the position of the event that confirmed its annulment: it's kept, and left out of all that is folded;
 *     absent for all others
 * @param effects positions of the events that this event caused, 100 at most
 * @param together positions of the other events that the same cause has, 100 at most
 */
record HistoryEvent(
        long position,
        String id,
        Instant recordedAt,
        String type,
        @Nullable String revision,
        @Nullable String aggregateType,
        @Nullable String aggregateId,
        @Nullable Long sequence,
        Map<String, String> metadata,

        @Schema(type = "object") @JsonRawValue String payload,

        @Nullable List<Upcast> upcast,
        @Nullable Cause causedBy,
        @Nullable Long annulledBy,
        List<Long> effects,
        List<Long> together) {

    /**
     * What directly caused an event.
     *
     * @param id of the message: a command, or an event that an automation reacted to
     * @param position the event's place; absent for a command, which isn't recorded
     */
    @Schema(name = "CausedBy")
    record Cause(String id, @Nullable Long position) {}

    /**
     * An event in today's form.
     *
     * @param type its stored name
     * @param revision which form of the event it is
     * @param payload as today's readers see it
     */
    record Upcast(
            String type,
            @Nullable String revision,

            @Schema(type = "object") @JsonRawValue String payload) {}

    /** @param annulled positions of annulled events, with those of their confirmations */
    static HistoryEvent of(long position, EventRecord event, TodaysForm form, Causes causes, Map<Long, Long> annulled) {
        HistoryScope scope = HistoryScope.current();
        return new HistoryEvent(
                position,
                event.id(),
                event.time(),
                event.type(),
                event.revision(),
                event.aggregateType(),
                event.aggregateId(),
                event.aggregateId() == null ? null : event.sequence(),
                scope.metadata(event),
                scope.payload(event.type(), form.payload(event)),
                scope.upcasts(form.differing(event)),
                causes.causedBy(event),
                annulled.get(position),
                causes.effects(event),
                causes.together(position, event));
    }
}
