/** Tests of the query side as an application. */
@NullMarked
package io.jiayou.testing;

import org.jspecify.annotations.NullMarked;
