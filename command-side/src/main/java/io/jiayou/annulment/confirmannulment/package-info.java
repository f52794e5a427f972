/** Agreeing, as another person, that an event is left out. */
@NullMarked
package io.jiayou.annulment.confirmannulment;

import org.jspecify.annotations.NullMarked;
