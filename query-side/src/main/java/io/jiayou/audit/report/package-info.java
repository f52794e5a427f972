/** What an auditor files away about a period: figures, changes, alarms, and the log's roots that pin them. */
@NullMarked
package io.jiayou.audit.report;

import org.jspecify.annotations.NullMarked;
