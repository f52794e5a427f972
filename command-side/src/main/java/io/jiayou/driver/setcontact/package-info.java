/** Setting the number under which a driver is reached; it logs nobody in. */
@NullMarked
package io.jiayou.driver.setcontact;

import org.jspecify.annotations.NullMarked;
