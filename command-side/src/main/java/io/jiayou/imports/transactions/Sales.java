package io.jiayou.imports.transactions;

import io.jiayou.command.Lookup;
import io.jiayou.driver.Identifier;
import io.jiayou.driver.IdentifierKey;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.ids.Ids;
import io.jiayou.order.Order;
import io.jiayou.order.events.OrderEvent;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is there of the sales of a file: their orders, and whom their cards belong to. */
@Component
final class Sales {

    private static final String KIND = "fuel-card-transaction";

    private final Lookup<Order, OrderEvent> orders;
    private final Lookup<Identifier, IdentifierEvent> identifiers;
    private final IdentifierKey key;

    Sales(Lookup<Order, OrderEvent> orders, Lookup<Identifier, IdentifierEvent> identifiers, IdentifierKey key) {
        this.orders = orders;
        this.identifiers = identifiers;
        this.key = key;
    }

    /**
     * The id of a sale's order, derived from the transaction's number under the key. One that was recorded before ids were
     * keyed keeps its own; no client's order is taken for one, since only records have no pump.
     */
    String orderId(Sale sale) {
        String before = Ids.derived(KIND, sale.transaction());
        boolean isThere = orders.find(before)
                .filter(order -> order.placed() != null && order.placed().pump() == null)
                .isPresent();
        return isThere ? before : key.derivedId(KIND, sale.transaction());
    }

    /** The order of an id; one without placement if there is none. */
    Order recorded(String orderId) {
        return orders.find(orderId).orElse(Order.NONE);
    }

    /** Who holds the card of a sale now. */
    Optional<String> holder(Sale sale) {
        return card(sale).flatMap(it -> Optional.ofNullable(it.holder()));
    }

    /** All who ever held it, those who were erased among them. */
    Set<String> holders(Sale sale) {
        return card(sale).map(Identifier::holders).orElse(Set.of());
    }

    private Optional<Identifier> card(Sale sale) {
        return identifiers.find(key.claimId(IdentifierKind.FUEL_CARD, sale.card()));
    }
}
