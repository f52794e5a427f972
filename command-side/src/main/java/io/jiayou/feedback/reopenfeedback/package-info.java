/** Reopening feedback that was resolved. */
@NullMarked
package io.jiayou.feedback.reopenfeedback;

import org.jspecify.annotations.NullMarked;
