package io.jiayou.order.details;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** Orders of a station by UTC day: so that its newest ones are found without reading all it ever had. */
final class StationDays {

    private StationDays() {}

    static String of(String stationId, Instant placedAt) {
        return key(stationId, LocalDate.ofInstant(placedAt, ZoneOffset.UTC));
    }

    /** The day of an instant and the days before it, as many as asked for. */
    static List<String> until(String stationId, Instant last, int days) {
        LocalDate day = LocalDate.ofInstant(last, ZoneOffset.UTC);
        return IntStream.range(0, days)
                .mapToObj(back -> key(stationId, day.minusDays(back)))
                .toList();
    }

    /** Whether these days go back as far as a moment. */
    static boolean reach(Instant last, int days, Instant back) {
        LocalDate first = LocalDate.ofInstant(last, ZoneOffset.UTC).minusDays(days - 1L);
        return !LocalDate.ofInstant(back, ZoneOffset.UTC).isBefore(first);
    }

    private static String key(String stationId, LocalDate day) {
        return day + "/" + stationId;
    }
}
