/** Tests of the package of the same name. */
@NullMarked
package io.jiayou.readmodel.projection;

import org.jspecify.annotations.NullMarked;
