/** What happened at the border of the system: whom it refused, whom operations let in or keep out, who took data away. */
@NullMarked
package io.jiayou.security.events;

import org.jspecify.annotations.NullMarked;
