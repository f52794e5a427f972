/** How many durable commands there are per second, and how long each takes. */
@NullMarked
package io.jiayou.trials.commands;

import org.jspecify.annotations.NullMarked;
