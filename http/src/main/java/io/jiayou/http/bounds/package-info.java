/** How much of what is taken before anybody was checked: bounds that follow from the heap and the processors, in one place. */
@NullMarked
package io.jiayou.http.bounds;

import org.jspecify.annotations.NullMarked;
