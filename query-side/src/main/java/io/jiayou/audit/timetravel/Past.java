package io.jiayou.audit.timetravel;

import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.fold.Stop;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was.
 *
 * @param document none if it didn't exist, or stood still before its first event
 * @param events what was folded into it, in their order
 * @param taken how many of its events there were, folded or not
 * @param stop where it stood still then; none if it didn't
 */
public record Past<V extends View>(
        @Nullable V document,
        List<RecordedEvent> events,
        int taken,
        @Nullable Stop stop) {

    public Optional<V> view() {
        return Optional.ofNullable(document);
    }
}
