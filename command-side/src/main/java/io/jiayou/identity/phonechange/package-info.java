/** A driver changes the number by which the driver logs in. */
@NullMarked
package io.jiayou.identity.phonechange;

import org.jspecify.annotations.NullMarked;
