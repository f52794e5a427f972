/** Setting up a pump, opening and closing it. */
@NullMarked
package io.jiayou.station.setpump;

import org.jspecify.annotations.NullMarked;
