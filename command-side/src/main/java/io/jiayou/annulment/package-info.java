/** Events that can't be taken, and what two people decided about them: what the rules of the slices look at. */
@NullMarked
package io.jiayou.annulment;

import org.jspecify.annotations.NullMarked;
