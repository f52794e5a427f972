/** Tests of the package of the same name. */
@NullMarked
package io.jiayou.readmodel.documents;

import org.jspecify.annotations.NullMarked;
