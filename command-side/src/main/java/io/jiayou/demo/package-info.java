/** Demonstration data: generated stations, drivers, orders and feedback, sent as ordinary commands. */
@NullMarked
package io.jiayou.demo;

import org.jspecify.annotations.NullMarked;
