/** Events that can't be taken, and their annulment by two people. */
@NullMarked
package io.jiayou.annulment.events;

import org.jspecify.annotations.NullMarked;
