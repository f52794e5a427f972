/** Tokens that nobody issued, and tokens that come twice. */
@NullMarked
package io.jiayou.trials.tokens;

import org.jspecify.annotations.NullMarked;
