/** Answering feedback. */
@NullMarked
package io.jiayou.feedback.answerfeedback;

import org.jspecify.annotations.NullMarked;
