/** Documents that are watched while they change, whichever node folds them. */
@NullMarked
package io.jiayou.readmodel.live;

import org.jspecify.annotations.NullMarked;
