/** Tests of the package of the same name. */
@NullMarked
package io.jiayou.annulment.watch;

import org.jspecify.annotations.NullMarked;
