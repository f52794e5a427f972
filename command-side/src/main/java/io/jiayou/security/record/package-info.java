/** What happens at the system's border becomes events. */
@NullMarked
package io.jiayou.security.record;

import org.jspecify.annotations.NullMarked;
