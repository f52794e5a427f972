/** A driver, and the identifiers that drivers claim, as their events made them. */
@NullMarked
package io.jiayou.driver;

import org.jspecify.annotations.NullMarked;
