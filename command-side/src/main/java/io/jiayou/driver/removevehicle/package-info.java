/** Removing a vehicle from a driver. */
@NullMarked
package io.jiayou.driver.removevehicle;

import org.jspecify.annotations.NullMarked;
