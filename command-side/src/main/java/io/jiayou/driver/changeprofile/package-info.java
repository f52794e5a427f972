/** Changing a driver's name. */
@NullMarked
package io.jiayou.driver.changeprofile;

import org.jspecify.annotations.NullMarked;
