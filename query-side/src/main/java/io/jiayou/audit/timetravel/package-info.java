/** Single documents as they were at a past moment, and what changed between two moments. */
@NullMarked
package io.jiayou.audit.timetravel;

import org.jspecify.annotations.NullMarked;
