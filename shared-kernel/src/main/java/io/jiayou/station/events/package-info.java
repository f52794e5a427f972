/** What happens to stations, their prices and their pumps. */
@NullMarked
package io.jiayou.station.events;

import org.jspecify.annotations.NullMarked;
