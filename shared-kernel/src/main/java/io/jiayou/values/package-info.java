/** Values of the domain: money and unit prices in whole numbers, grades, plates, phone numbers, places, opening hours; and the limits of what events hold. */
@NullMarked
package io.jiayou.values;

import org.jspecify.annotations.NullMarked;
