/** Changing a driver's name and phone number. */
@NullMarked
package io.jiayou.driver.changeprofile;

import org.jspecify.annotations.NullMarked;
