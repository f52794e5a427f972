@NullMarked
package io.jiayou.periodic;

import org.jspecify.annotations.NullMarked;
