/** Filing feedback: its priority follows from evidence. */
@NullMarked
package io.jiayou.feedback.filefeedback;

import org.jspecify.annotations.NullMarked;
