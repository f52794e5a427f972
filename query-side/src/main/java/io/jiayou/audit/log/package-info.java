/** The audit log: a Merkle tree (RFC 9162) over all events in their global order, served as C2SP tiles and checkpoints. */
@NullMarked
package io.jiayou.audit.log;

import org.jspecify.annotations.NullMarked;
