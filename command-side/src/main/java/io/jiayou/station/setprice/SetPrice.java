package io.jiayou.station.setprice;

import io.jiayou.values.UnitPrice;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Set a grade's price from a moment on: now, later, or (a correction) earlier. Orders that locked a price keep it; the
 * same price for the same moment twice changes nothing.
 */
public record SetPrice(
        @TargetAggregateIdentifier String stationId, String grade, UnitPrice price, Instant holdsFrom, Instant at) {}
