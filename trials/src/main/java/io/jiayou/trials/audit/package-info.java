/** What the audit log costs, and how fast its proofs are. */
@NullMarked
package io.jiayou.trials.audit;

import org.jspecify.annotations.NullMarked;
