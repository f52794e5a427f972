/** Where read models are kept in MongoDB: documents by generation, which generation is live, tokens, canonical bytes. */
@NullMarked
package io.jiayou.readmodel.documents;

import org.jspecify.annotations.NullMarked;
