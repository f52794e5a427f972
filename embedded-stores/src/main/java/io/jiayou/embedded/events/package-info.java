/** The embedded event store: a storage engine on RocksDB with group commit, and an event store that announces what was appended. */
@NullMarked
package io.jiayou.embedded.events;

import org.jspecify.annotations.NullMarked;
