/** Tests of the package of the same name. */
@NullMarked
package io.jiayou.audit.refold;

import org.jspecify.annotations.NullMarked;
