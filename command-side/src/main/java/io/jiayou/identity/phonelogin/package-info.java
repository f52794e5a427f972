/** Drivers log in by a code that is sent to their phone. */
@NullMarked
package io.jiayou.identity.phonelogin;

import org.jspecify.annotations.NullMarked;
