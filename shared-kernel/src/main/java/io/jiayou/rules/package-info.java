/** What can refuse a command or a request: every rule and problem by its stable code, and its title for people. */
@NullMarked
package io.jiayou.rules;

import org.jspecify.annotations.NullMarked;
