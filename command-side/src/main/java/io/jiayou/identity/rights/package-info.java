/** Who may send which command, and whose things are. */
@NullMarked
package io.jiayou.identity.rights;

import org.jspecify.annotations.NullMarked;
