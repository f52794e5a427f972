/**
 * Requests as no client should send them, made of the running system's own document: wrong in form ({@link Malformed}), or at the
 * ends of what values can be ({@link Extremes}).
 */
@NullMarked
package io.jiayou.trials.malformed;

import org.jspecify.annotations.NullMarked;
