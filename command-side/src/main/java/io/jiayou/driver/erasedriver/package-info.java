/** Erasing a driver: the event first, then the key. */
@NullMarked
package io.jiayou.driver.erasedriver;

import org.jspecify.annotations.NullMarked;
