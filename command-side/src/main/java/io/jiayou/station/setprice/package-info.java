/** Setting a grade's price, from now on, from a later or from an earlier moment. */
@NullMarked
package io.jiayou.station.setprice;

import org.jspecify.annotations.NullMarked;
