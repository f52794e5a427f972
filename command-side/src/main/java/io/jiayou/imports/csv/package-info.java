/** Reading CSV files line by line, so that a broken line costs itself only. */
@NullMarked
package io.jiayou.imports.csv;

import org.jspecify.annotations.NullMarked;
