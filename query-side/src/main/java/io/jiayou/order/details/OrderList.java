package io.jiayou.order.details;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.jiayou.parameters.Cursor;
import io.jiayou.parameters.Ordering;
import io.jiayou.parameters.Page;
import io.jiayou.parameters.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Lists the orders of a driver, of a station or of a time, newest first. A station's are looked for in its last days first,
 * then further back: it may have had very many, and people read the last ones.
 */
record OrderList(
        @Nullable String driverId,
        @Nullable String stationId,
        @Nullable OrderStatus status,
        TimeRange placed) {

    private static final String NAME = "orders";
    private static final int KEYS = 2;
    private static final Ordering NEWEST_FIRST = Ordering.descending(OrderDetailsModel.PLACED_AT, Ordering.ID);
    private static final List<Integer> DAYS_BACK = List.of(8, 64, 512);
    // Clocks of different nodes may differ.
    private static final Duration AHEAD = Duration.ofDays(1);

    OrderList(@Nullable String driverId, @Nullable String stationId, @Nullable OrderStatus status) {
        this(driverId, stationId, status, TimeRange.ALL);
    }

    /** @throws io.jiayou.http.ProblemException INVALID_FIELD for a cursor of another list */
    Page<OrderItem> page(MongoCollection<OrderDetails> orders, @Nullable String cursor, int limit, Instant now) {
        Cursor after = Cursor.read(cursor, NAME, KEYS);
        Instant newest = newest(after == null ? now.plus(AHEAD) : after.instant(0));
        List<OrderItem> found = List.of();
        for (Bson filter : narrowestFirst(after, newest)) {
            found = find(orders, filter, limit + 1);
            if (found.size() > limit) {
                break;
            }
        }
        return Page.of(found, limit, OrderList::cursorOf);
    }

    private Instant newest(Instant known) {
        return placed.to() == null || known.isBefore(placed.to()) ? known : placed.to();
    }

    private static List<OrderItem> find(MongoCollection<OrderDetails> orders, Bson filter, int most) {
        return orders.find(filter, OrderItem.class)
                .projection(Projections.exclude("timeline"))
                .sort(NEWEST_FIRST.sort())
                .limit(most)
                .into(new ArrayList<>());
    }

    private List<Bson> narrowestFirst(@Nullable Cursor after, Instant newest) {
        Bson all = filter(after);
        List<Bson> filters = new ArrayList<>();
        if (driverId == null && stationId != null) {
            for (int days : DAYS_BACK) {
                List<String> last = StationDays.until(stationId, newest, days);
                filters.add(Filters.and(Filters.in(OrderDetailsModel.STATION_DAY, last), all));
                if (isWhole(after, newest, days)) {
                    return filters;
                }
            }
        }
        filters.add(all);
        return filters;
    }

    /** Whether the last days have all that is asked for. Where nothing but the clock says which are the last, later ones may be there. */
    private boolean isWhole(@Nullable Cursor after, Instant newest, int days) {
        boolean endsThere = after != null || newest.equals(placed.to());
        return endsThere && placed.from() != null && StationDays.reach(newest, days, placed.from());
    }

    private Bson filter(@Nullable Cursor after) {
        List<Bson> conditions = new ArrayList<>();
        if (driverId != null) {
            conditions.add(Filters.eq(OrderDetailsModel.DRIVER, driverId));
        }
        if (stationId != null) {
            conditions.add(Filters.eq(OrderDetailsModel.STATION, stationId));
        }
        if (status != null) {
            conditions.add(Filters.eq(OrderDetailsModel.STATUS, status.name()));
        }
        if (placed.from() != null) {
            conditions.add(Filters.gte(OrderDetailsModel.PLACED_AT, kept(placed.from())));
        }
        if (placed.to() != null) {
            conditions.add(Filters.lt(OrderDetailsModel.PLACED_AT, kept(placed.to())));
        }
        if (after != null) {
            // an index is walked from here on; of the condition below it would only be filtered
            conditions.add(Filters.lte(OrderDetailsModel.PLACED_AT, after.instant(0)));
            conditions.add(NEWEST_FIRST.after(List.of(after.instant(0), after.key(1))));
        }
        return Filters.and(conditions);
    }

    /** Moments of orders are kept to the millisecond, so an end between two of them is as good as the later one. */
    private static Instant kept(Instant end) {
        Instant millis = end.truncatedTo(ChronoUnit.MILLIS);
        return millis.equals(end) ? end : millis.plusMillis(1);
    }

    private static Cursor cursorOf(OrderItem item) {
        return new Cursor(NAME, List.of(item.placedAt().toString(), item.orderId()));
    }
}
