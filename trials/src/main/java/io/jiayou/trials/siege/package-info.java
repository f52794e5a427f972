/** A running system under siege: by many without a token and one driver, each at an address of its own, while another driver goes on. */
@NullMarked
package io.jiayou.trials.siege;

import org.jspecify.annotations.NullMarked;
