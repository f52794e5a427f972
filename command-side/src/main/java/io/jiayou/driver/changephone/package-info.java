/** Changing the number by which a driver logs in. */
@NullMarked
package io.jiayou.driver.changephone;

import org.jspecify.annotations.NullMarked;
