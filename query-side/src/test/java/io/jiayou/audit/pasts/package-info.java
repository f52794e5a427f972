/** Tests of pasts over HTTP. */
@NullMarked
package io.jiayou.audit.pasts;

import org.jspecify.annotations.NullMarked;
