package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps values unique, and finds documents by {@code _id}. Its collection guards it against concurrent use.
 *
 * <p>A key of one field is kept as its bare value: a wrapper for each of a million ids would cost more than the ids.
 */
final class UniqueIndex extends AbstractUniqueIndex<StoredDocument> {

    private final Map<Object, StoredDocument> documents = new HashMap<>();

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    boolean isOf(String field) {
        return keys().equals(List.of(field));
    }

    /** The documents with one of these {@linkplain IndexedValue normalised} values, if the key is one field. */
    List<StoredDocument> having(Set<Object> values) {
        return values.stream().map(documents::get).filter(Objects::nonNull).toList();
    }

    private static Object bare(KeyValue key) {
        return key.size() == 1 ? Optional.ofNullable(key.get(0)).orElse(IndexedValue.NULL) : key;
    }

    private static KeyValue wrapped(Object bare) {
        return bare instanceof KeyValue key ? key : new KeyValue(bare == IndexedValue.NULL ? null : bare);
    }

    @Override
    protected @Nullable StoredDocument removeDocument(KeyValue key) {
        return documents.remove(bare(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, StoredDocument document) {
        return documents.putIfAbsent(bare(key), document) == null;
    }

    @Override
    protected @Nullable StoredDocument getPosition(KeyValue key) {
        return documents.get(bare(key));
    }

    @Override
    protected Iterable<Entry<KeyValue, StoredDocument>> getIterable() {
        return documents.entrySet().stream().map(entry -> Map.entry(wrapped(entry.getKey()), entry.getValue()))
                ::iterator;
    }

    @Override
    public long getCount() {
        return documents.size();
    }

    @Override
    public long getDataSize() {
        return documents.size();
    }
}
