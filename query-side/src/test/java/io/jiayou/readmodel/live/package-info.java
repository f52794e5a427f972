/** Tests of the package of the same name. */
@NullMarked
package io.jiayou.readmodel.live;

import org.jspecify.annotations.NullMarked;
