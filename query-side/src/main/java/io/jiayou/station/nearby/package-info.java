/** Stations around a place, found by grid cells: the read model and its queries. */
@NullMarked
package io.jiayou.station.nearby;

import org.jspecify.annotations.NullMarked;
