/** What a node of the query side tells the command side: it decides nothing and stores no event itself. */
@NullMarked
package io.jiayou.commandcalls;

import org.jspecify.annotations.NullMarked;
