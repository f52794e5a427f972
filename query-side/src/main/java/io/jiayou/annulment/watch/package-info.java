/** Watching for events that stop documents: an alarm while there are any. */
@NullMarked
package io.jiayou.annulment.watch;

import org.jspecify.annotations.NullMarked;
