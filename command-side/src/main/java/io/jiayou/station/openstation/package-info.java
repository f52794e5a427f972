/** Opening a closed station. */
@NullMarked
package io.jiayou.station.openstation;

import org.jspecify.annotations.NullMarked;
