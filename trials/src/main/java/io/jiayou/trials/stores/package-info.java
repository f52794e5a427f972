/** The command side on two event stores: ours, and the stock one that it is measured against. */
@NullMarked
package io.jiayou.trials.stores;

import org.jspecify.annotations.NullMarked;
