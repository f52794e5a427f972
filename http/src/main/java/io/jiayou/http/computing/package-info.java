/** Answers that take long to compute: so many at once, and each no longer than the right that it began with. */
@NullMarked
package io.jiayou.http.computing;

import org.jspecify.annotations.NullMarked;
