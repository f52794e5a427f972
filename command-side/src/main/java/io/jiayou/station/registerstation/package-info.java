/** Registering a station. */
@NullMarked
package io.jiayou.station.registerstation;

import org.jspecify.annotations.NullMarked;
