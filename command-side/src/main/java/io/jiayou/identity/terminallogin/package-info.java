/** Whoever reads the data directory logs in at the terminal. */
@NullMarked
package io.jiayou.identity.terminallogin;

import org.jspecify.annotations.NullMarked;
