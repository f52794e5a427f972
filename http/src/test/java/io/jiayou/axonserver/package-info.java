/** Tests of what is known of an Axon Server that is away. */
@NullMarked
package io.jiayou.axonserver;

import org.jspecify.annotations.NullMarked;
