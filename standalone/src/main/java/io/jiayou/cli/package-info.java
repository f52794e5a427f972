/** The commands of {@code ./jiayou}: starts and stops the process, and talks to it over HTTP. */
@NullMarked
package io.jiayou.cli;

import org.jspecify.annotations.NullMarked;
