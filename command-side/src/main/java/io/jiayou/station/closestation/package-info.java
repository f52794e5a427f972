/** Closing a station. */
@NullMarked
package io.jiayou.station.closestation;

import org.jspecify.annotations.NullMarked;
