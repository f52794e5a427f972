package io.jiayou.audit.timetravel;

import io.jiayou.metadata.MetadataKeys;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.timeline.Step;
import io.jiayou.timeline.WhoActed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a document between two moments.
 *
 * @param fromPosition of the last event taken in at the first moment; absent if the document didn't exist then
 * @param toPosition of the last event taken in at the second moment
 * @param changes the fields that differ
 * @param events what made the changes, in their order
 */
public record Changes(@Nullable Long fromPosition, long toPosition, List<Difference> changes, List<Cause> events) {

    /**
     * An event between both moments.
     *
     * @param position its place in the global order of all events, from 0
     * @param type its stored name
     * @param recordedAt when it entered the store
     * @param actor who caused it: an id, or {@code anonymous}
     */
    @Schema(name = "ChangeCause")
    public record Cause(
            long position,
            String type,
            Instant recordedAt,
            @WhoActed @Nullable String actor) {

        static Cause of(RecordedEvent event) {
            return new Cause(
                    event.position(),
                    Step.storedName(event.payload()),
                    event.recordedAt(),
                    event.metadata().get(MetadataKeys.ACTOR));
        }
    }
}
