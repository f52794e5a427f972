package io.jiayou.parameters;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor what to send as {@code cursor} for the next part; none at the end
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "send it as cursor for the next page; absent on the last one")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String nextCursor) {

    public static final String DEFAULT_LIMIT = "20";
    public static final int LARGEST_LIMIT = 100;

    /**
     * The first items of a list, as many as the limit.
     *
     * @param items one more than the limit if there are as many
     */
    public static <T> Page<T> of(List<T> items, int limit, Function<T, Cursor> cursorOf) {
        if (items.size() <= limit) {
            return new Page<>(items, null);
        }
        List<T> page = List.copyOf(items.subList(0, limit));
        return new Page<>(page, cursorOf.apply(page.getLast()).text());
    }
}
