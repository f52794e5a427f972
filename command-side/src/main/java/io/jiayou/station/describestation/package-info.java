/** Describing a station anew. */
@NullMarked
package io.jiayou.station.describestation;

import org.jspecify.annotations.NullMarked;
