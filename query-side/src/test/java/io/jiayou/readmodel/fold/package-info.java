/** Tests of the package of the same name. */
@NullMarked
package io.jiayou.readmodel.fold;

import org.jspecify.annotations.NullMarked;
