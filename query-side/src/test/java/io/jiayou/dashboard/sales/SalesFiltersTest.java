package io.jiayou.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class SalesFiltersTest {

    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration FOUR_HUNDRED_DAYS = Duration.ofDays(400);

    private static BsonDocument times(Duration length) {
        return SalesFilters.times(new SalesRange(FROM, FROM.plus(length))).toBsonDocument();
    }

    /** So a filter stays small, however long the range is. */
    @Test
    void nameEachDayOfARangeAndOfALongOneItsEnds() {
        assertThat(times(FOUR_HUNDRED_DAYS).getDocument("_id").getArray("$in")).hasSize(400);

        assertThat(times(FOUR_HUNDRED_DAYS.plusMinutes(15)).toJson())
                .contains("2025-01-01", "2026-02-06")
                .doesNotContain("2025-01-02", "_id");
    }
}
