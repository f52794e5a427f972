/** The standalone process as trials start, ask and end it. */
@NullMarked
package io.jiayou.trials.server;

import org.jspecify.annotations.NullMarked;
