package io.jiayou.station.details;

import io.jiayou.values.UnitPrice;
import java.time.Instant;

/**
 * A price as it was set, in both times.
 *
 * @param holdsFrom from when it holds
 * @param recordedAt since when we know
 * @param position of the event; of two prices that hold from one moment, the later one counts
 */
public record SetPrice(String grade, UnitPrice unitPrice, Instant holdsFrom, Instant recordedAt, long position) {}
