/** Reporting that a fold or an aggregate couldn't take an event. */
@NullMarked
package io.jiayou.annulment.reportunreadableevent;

import org.jspecify.annotations.NullMarked;
