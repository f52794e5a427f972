/** What all commands share: how they are sent, who sends them, how aggregates are loaded and looked at. */
@NullMarked
package io.jiayou.command;

import org.jspecify.annotations.NullMarked;
