/** Programs log in by a key. */
@NullMarked
package io.jiayou.identity.machinelogin;

import org.jspecify.annotations.NullMarked;
