package io.jiayou.order.events;

import io.jiayou.values.UnitPrice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The unit price that an order is bound to, decided by the command side.
 *
 * @param holdsFrom since when the price held at the station; none for a derived price
 * @param derived whether it was computed from a recorded total and a rounded volume; then the total stands, not the
 *     price
 */
public record LockedPrice(UnitPrice unitPrice, @Nullable Instant holdsFrom, boolean derived) {}
