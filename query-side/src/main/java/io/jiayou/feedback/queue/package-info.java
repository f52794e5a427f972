/** Feedback, most urgent first: the read model and its queries. */
@NullMarked
package io.jiayou.feedback.queue;

import org.jspecify.annotations.NullMarked;
