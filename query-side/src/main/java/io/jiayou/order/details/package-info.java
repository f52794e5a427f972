/** Orders with their three states and timeline: the read model, its queries, lists and live view. */
@NullMarked
package io.jiayou.order.details;

import org.jspecify.annotations.NullMarked;
