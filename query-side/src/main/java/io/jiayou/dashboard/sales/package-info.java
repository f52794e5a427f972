/** Sums of completed sales: the read model and its query. */
@NullMarked
package io.jiayou.dashboard.sales;

import org.jspecify.annotations.NullMarked;
