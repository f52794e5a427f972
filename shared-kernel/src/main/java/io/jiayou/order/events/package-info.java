/** What happens to orders. */
@NullMarked
package io.jiayou.order.events;

import org.jspecify.annotations.NullMarked;
