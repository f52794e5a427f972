/** Registering a driver: the same person can't be registered twice. */
@NullMarked
package io.jiayou.driver.registerdriver;

import org.jspecify.annotations.NullMarked;
