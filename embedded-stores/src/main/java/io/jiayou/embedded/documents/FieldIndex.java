package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the documents that may have a value in one field, given as a dotted path. Not safe for concurrent use. */
final class FieldIndex {

    private static final Object UNFORESEEABLE = new Object();

    private final List<String> path;

    /** Most values of a field like an id belong to one document, so a set is kept only from the second one on. */
    private final Map<Object, Object> documentsByValue = new HashMap<>();

    /** Documents with a list on the way to the field or in a list there: they match in more ways than one can foresee. */
    private final Set<StoredDocument> unforeseeable = new HashSet<>();

    FieldIndex(String path) {
        this.path = List.of(path.split("\\."));
    }

    void add(Document content, StoredDocument document) {
        Object value = at(content);
        if (value == UNFORESEEABLE) {
            unforeseeable.add(document);
        } else {
            keysOf(value).forEach(key -> documentsByValue.merge(key, document, FieldIndex::together));
        }
    }

    void remove(Document content, StoredDocument document) {
        Object value = at(content);
        if (value == UNFORESEEABLE) {
            unforeseeable.remove(document);
        } else {
            keysOf(value)
                    .forEach(key -> documentsByValue.computeIfPresent(key, (same, kept) -> without(kept, document)));
        }
    }

    void replace(Document oldContent, Document newContent, StoredDocument document) {
        Object oldValue = at(oldContent);
        if (oldValue == UNFORESEEABLE || !oldValue.equals(at(newContent))) {
            remove(oldContent, document);
            add(newContent, document);
        }
    }

    /** An upper bound of what {@link #having} gives. */
    int countHaving(Set<Object> values) {
        return unforeseeable.size()
                + values.stream().mapToInt(value -> documentsFor(value).size()).sum();
    }

    /** Every document that may have one of these {@linkplain IndexedValue normalised} values, once. */
    Collection<StoredDocument> having(Set<Object> values) {
        Set<StoredDocument> found = new HashSet<>(unforeseeable);
        values.forEach(value -> found.addAll(documentsFor(value)));
        return found;
    }

    private Collection<StoredDocument> documentsFor(Object value) {
        Object kept = documentsByValue.get(value);
        return kept == null ? List.of() : kept instanceof StoredDocument one ? List.of(one) : many(kept);
    }

    private static Object together(Object kept, Object added) {
        Set<StoredDocument> documents = kept instanceof StoredDocument one ? new HashSet<>(Set.of(one)) : many(kept);
        documents.add((StoredDocument) added);
        return documents;
    }

    private static @Nullable Object without(Object kept, StoredDocument removed) {
        if (kept instanceof StoredDocument) {
            return null;
        }
        Set<StoredDocument> documents = many(kept);
        documents.remove(removed);
        return documents.isEmpty() ? null : documents;
    }

    @SuppressWarnings("unchecked")
    private static Set<StoredDocument> many(Object kept) {
        return (Set<StoredDocument>) kept;
    }

    private Object at(Document content) {
        Object value = content;
        for (String step : path) {
            if (value instanceof Collection) {
                return UNFORESEEABLE;
            }
            value = value instanceof Document document ? document.get(step) : null;
        }
        if (value instanceof Collection<?> list && list.stream().anyMatch(Collection.class::isInstance)) {
            return UNFORESEEABLE;
        }
        return value == null ? IndexedValue.NULL : value;
    }

    private static Set<Object> keysOf(Object value) {
        return (value instanceof Collection<?> list ? list.stream() : Stream.of(value))
                .filter(IndexedValue::isScalar)
                .map(scalar -> scalar == IndexedValue.NULL ? scalar : IndexedValue.normalised(scalar))
                .collect(Collectors.toSet());
    }
}
