/** What can refuse a command: every rule by its stable code. */
@NullMarked
package io.jiayou.rules;

import org.jspecify.annotations.NullMarked;
