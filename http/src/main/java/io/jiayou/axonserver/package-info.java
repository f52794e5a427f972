/** Axon Server as something that may be away. */
@NullMarked
package io.jiayou.axonserver;

import org.jspecify.annotations.NullMarked;
