package io.jiayou.audit.history;

import io.jiayou.parameters.Cursor;
import io.jiayou.values.Position;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events in the order in which they were recorded; under their names of before as well, as long as a version says that they stay.
 *
 * @param nextCursor what to send as {@code cursor} for what follows; absent at the end
 * @param events as {@code items}
 * @param next give it as {@code after} for what follows; absent at the end
 */
record HistoryPage(
        List<HistoryEvent> items,

        @Schema(description = "send it as cursor for the next page; absent on the last one") @Nullable
        String nextCursor,

        @Schema(deprecated = true, description = "use items")
        List<HistoryEvent> events,

        @Schema(deprecated = true, description = "use nextCursor") @Nullable
        Long next) {

    private static final String LIST = "history";

    /** One that others follow. */
    static HistoryPage before(List<HistoryEvent> items) {
        long last = items.getLast().position();
        return new HistoryPage(items, new Cursor(LIST, List.of(Long.toString(last))).text(), items, last);
    }

    static HistoryPage last(List<HistoryEvent> items) {
        return new HistoryPage(items, null, items, null);
    }

    /**
     * The position behind which a page goes on: behind both, if both are given.
     *
     * @throws io.jiayou.http.ProblemException INVALID_FIELD for a cursor of another list
     */
    static long after(@Nullable String cursor, @Nullable Long after) {
        Cursor read = Cursor.read(cursor, LIST, 1);
        return Math.max(
                read == null ? Position.BEFORE_FIRST : read.position(0), after == null ? Position.BEFORE_FIRST : after);
    }
}
