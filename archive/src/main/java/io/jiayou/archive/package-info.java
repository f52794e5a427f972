/** Continuous, encrypted, provable archives of events: what all of their parts speak of. */
@NullMarked
package io.jiayou.archive;

import org.jspecify.annotations.NullMarked;
