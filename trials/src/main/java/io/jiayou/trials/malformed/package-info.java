/** Requests as no client should send them, made of the running system's own document. */
@NullMarked
package io.jiayou.trials.malformed;

import org.jspecify.annotations.NullMarked;
