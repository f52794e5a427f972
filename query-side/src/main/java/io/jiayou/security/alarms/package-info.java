/** Rules that read along with the events and raise alarms, and the ways on which alarms reach people. */
@NullMarked
package io.jiayou.security.alarms;

import org.jspecify.annotations.NullMarked;
