/** What is deleted on purpose of what is kept. */
@NullMarked
package io.jiayou.retention.events;

import org.jspecify.annotations.NullMarked;
