/** Takes rights away while they are used, and watches when every node has noticed. */
@NullMarked
package io.jiayou.trials.rights;

import org.jspecify.annotations.NullMarked;
