/** Importing fuel stations from GeoJSON: which places are stations, what they're called, which are the same. */
@NullMarked
package io.jiayou.imports.stations;

import org.jspecify.annotations.NullMarked;
