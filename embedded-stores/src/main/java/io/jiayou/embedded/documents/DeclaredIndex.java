package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/** The definition of an index that isn't unique. What it declares is kept per field, by {@link FieldIndexes}. */
final class DeclaredIndex extends EmptyIndex<StoredDocument> {

    DeclaredIndex(String name, List<IndexKey> keys) {
        super(name, keys);
    }

    /** Never empty, or the library would read the whole collection to fill it. */
    @Override
    public boolean isEmpty() {
        return false;
    }
}
