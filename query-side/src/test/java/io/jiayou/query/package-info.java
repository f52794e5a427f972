/** Tests of the query side as an application. */
@NullMarked
package io.jiayou.query;

import org.jspecify.annotations.NullMarked;
