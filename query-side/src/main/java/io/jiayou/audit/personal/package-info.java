/** The one place where what is sealed is opened for somebody, and where that is written down. */
@NullMarked
package io.jiayou.audit.personal;

import org.jspecify.annotations.NullMarked;
