package io.jiayou.imports.stations;

import org.jspecify.annotations.Nullable;

/**
 * A station's name, taken apart.
 *
 * @param brand its one spelling; none if the name begins with no brand we know
 * @param name without the brand
 * @param core what is left for telling stations apart, without words that all of them have; empty if nothing is
 */
record StationName(@Nullable String brand, String name, String core) {}
