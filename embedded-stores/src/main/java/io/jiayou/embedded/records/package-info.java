/** Small durable records on RocksDB, changed one at a time. */
@NullMarked
package io.jiayou.embedded.records;

import org.jspecify.annotations.NullMarked;
