/** How far the clocks of the nodes are apart. */
@NullMarked
package io.jiayou.audit.clocks;

import org.jspecify.annotations.NullMarked;
