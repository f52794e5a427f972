/** Both sides in one process on embedded stores; composes them and decides nothing. */
@NullMarked
package io.jiayou.standalone;

import org.jspecify.annotations.NullMarked;
