/** Events as the event store recorded them, read from Axon Server. */
@NullMarked
package io.jiayou.audit.records;

import org.jspecify.annotations.NullMarked;
