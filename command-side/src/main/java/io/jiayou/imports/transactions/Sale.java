package io.jiayou.imports.transactions;

import io.jiayou.ids.Ids;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.Set;

/**
 * Fuel that was sold to the holder of a card, as a line of a file tells it.
 *
 * @param transaction the number of the transaction, unique in its source
 * @param station the number of the station
 * @param chain the number of the chain that the station belongs to
 * @param volumeMl millilitres; litres are rounded at the source
 * @param total what the card was charged
 * @param at when it happened
 */
record Sale(
        String transaction,
        String card,
        String station,
        String chain,
        String grade,
        long volumeMl,
        Money total,
        Instant at) {

    /** Derived without a key: the number of a station is no secret, and its name says it. */
    String stationId() {
        return Ids.derived("fuel-card-station", station);
    }

    /**
     * Whether an order that exists is this sale, imported before.
     *
     * @param holders all drivers who ever held the card
     */
    boolean isRecordedAs(OrderPlaced placed, Set<String> holders) {
        return holders.contains(placed.driverId())
                && placed.stationId().equals(stationId())
                && placed.grade().equals(grade)
                && placed.payable().equals(total)
                && placed.price().unitPrice().equals(UnitPrice.derivedFrom(total, volumeMl))
                && placed.at().equals(at);
    }
}
