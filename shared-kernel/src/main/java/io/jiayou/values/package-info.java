/** Values of the domain: money, unit prices, plates, phone numbers, places, opening hours. Whole numbers only. */
@NullMarked
package io.jiayou.values;

import org.jspecify.annotations.NullMarked;
