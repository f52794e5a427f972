/** Resolving feedback. */
@NullMarked
package io.jiayou.feedback.resolvefeedback;

import org.jspecify.annotations.NullMarked;
