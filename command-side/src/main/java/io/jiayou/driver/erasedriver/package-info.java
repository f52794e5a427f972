/** Deciding that a driver is erased. */
@NullMarked
package io.jiayou.driver.erasedriver;

import org.jspecify.annotations.NullMarked;
