package io.jiayou.station.nearby;

import io.jiayou.parameters.Cursor;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a station stands in the order of a search's results.
 *
 * @param currency of the price; empty without one. Prices compare within a currency only
 * @param price thousandths per litre, 0 without one
 * @param metres from where the search began
 */
record Place(String currency, long price, double metres, String stationId) {

    /** By what results are sorted first; what is equal goes by distance, then by id. */
    enum Sort {
        DISTANCE(Comparator.comparingDouble(Place::metres).thenComparing(Place::stationId)),
        PRICE(Comparator.comparing(Place::currency)
                .thenComparingLong(Place::price)
                .thenComparing(DISTANCE.order));

        private final Comparator<Place> order;

        Sort(Comparator<Place> order) {
            this.order = order;
        }

        Comparator<Place> order() {
            return order;
        }
    }

    private static final int KEYS = 4;

    static Place of(StationItem item, double metres) {
        HeldPrice price = item.price();
        return price == null
                ? new Place("", 0, metres, item.stationId())
                : new Place(price.unitPrice().currency(), price.unitPrice().thousandths(), metres, item.stationId());
    }

    static @Nullable Place read(@Nullable String cursor, Sort sort) {
        Cursor read = Cursor.read(cursor, list(sort), KEYS);
        return read == null ? null : new Place(read.key(0), read.whole(1), read.fraction(2), read.key(3));
    }

    Cursor cursor(Sort sort) {
        return new Cursor(list(sort), List.of(currency, Long.toString(price), Double.toString(metres), stationId));
    }

    private static String list(Sort sort) {
        return "nearby-by-" + sort;
    }
}
