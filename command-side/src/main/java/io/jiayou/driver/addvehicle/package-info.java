/** Adding a vehicle to a driver. */
@NullMarked
package io.jiayou.driver.addvehicle;

import org.jspecify.annotations.NullMarked;
