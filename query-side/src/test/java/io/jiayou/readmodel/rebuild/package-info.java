/** Tests of the package of the same name. */
@NullMarked
package io.jiayou.readmodel.rebuild;

import org.jspecify.annotations.NullMarked;
