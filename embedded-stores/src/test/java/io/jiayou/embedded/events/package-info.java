/** Tests of the embedded event store, all on real files. */
@NullMarked
package io.jiayou.embedded.events;

import org.jspecify.annotations.NullMarked;
