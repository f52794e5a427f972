/** Tests of the package of the same name. */
@NullMarked
package io.jiayou.audit.timetravel;

import org.jspecify.annotations.NullMarked;
