/** Carries erasures through: the event, then the key, then the sessions, whatever happens in between. */
@NullMarked
package io.jiayou.erasure;

import org.jspecify.annotations.NullMarked;
