/** What happens to feedback. */
@NullMarked
package io.jiayou.feedback.events;

import org.jspecify.annotations.NullMarked;
