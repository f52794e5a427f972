/** Tests of the package of the same name. */
@NullMarked
package io.jiayou.readmodel.operations;

import org.jspecify.annotations.NullMarked;
