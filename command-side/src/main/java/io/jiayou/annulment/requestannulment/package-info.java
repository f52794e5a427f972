/** Asking for an event to be left out. */
@NullMarked
package io.jiayou.annulment.requestannulment;

import org.jspecify.annotations.NullMarked;
