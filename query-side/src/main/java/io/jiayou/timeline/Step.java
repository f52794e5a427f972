package io.jiayou.timeline;

import io.jiayou.metadata.MetadataKeys;
import io.jiayou.metadata.StoredAs;
import io.jiayou.readmodel.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event on a timeline.
 *
 * @param position its place in the global order of all events, from 0
 * @param event its stored name: {@code order.placed}
 * @param happenedAt when it took place
 * @param recordedAt when it entered the store
 * @param actor who caused it: an id, or {@code anonymous}
 * @param role in which role: driver, attendant, agent, import, system
 * @param channel through which channel: mini-program, console, import
 */
public record Step(
        long position,
        String event,
        Instant happenedAt,
        Instant recordedAt,
        @WhoActed @Nullable String actor,
        @Nullable String role,
        @Nullable String channel) {

    public static Step of(RecordedEvent event, Instant happenedAt) {
        return new Step(
                event.position(),
                storedName(event.payload()),
                Moments.kept(happenedAt),
                Moments.kept(event.recordedAt()),
                event.metadata().get(MetadataKeys.ACTOR),
                event.metadata().get(MetadataKeys.ROLE),
                event.metadata().get(MetadataKeys.CHANNEL));
    }

    /** A timeline with one more step at its end. */
    public static List<Step> append(List<Step> timeline, Step step) {
        return Stream.concat(timeline.stream(), Stream.of(step)).toList();
    }

    /** The name under which an event is stored. */
    public static String storedName(Object payload) {
        return Objects.requireNonNull(payload.getClass().getAnnotation(StoredAs.class), "an event has a stored name")
                .value();
    }
}
