/** Values of the domain: money and unit prices in whole numbers, grades, plates, phone numbers, places, opening hours. */
@NullMarked
package io.jiayou.values;

import org.jspecify.annotations.NullMarked;
