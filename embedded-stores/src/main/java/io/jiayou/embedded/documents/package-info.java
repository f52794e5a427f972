/** The embedded read store: a Mongo-wire server in memory with equality indexes, and the checkpoint file it starts from. */
@NullMarked
package io.jiayou.embedded.documents;

import org.jspecify.annotations.NullMarked;
