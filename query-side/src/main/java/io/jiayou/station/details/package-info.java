/** Everything about one station, with all its prices in both times: the read model and its query. */
@NullMarked
package io.jiayou.station.details;

import org.jspecify.annotations.NullMarked;
