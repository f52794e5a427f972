/** What monitoring is given: a scrape, rules for alarms, a dashboard. */
@NullMarked
package io.jiayou.acceptance.monitoring;

import org.jspecify.annotations.NullMarked;
