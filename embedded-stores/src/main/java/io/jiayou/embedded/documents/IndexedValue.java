package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as indexes compare it: two values have the same normal form exactly if the query matcher calls them equal.
 * So 1, 1L and 1.0 are one, and a missing field is null.
 */
final class IndexedValue {

    /** Null and missing. */
    static final Object NULL = new Object();

    private IndexedValue() {}

    static Object normalised(@Nullable Object value) {
        if (value == null || value instanceof Missing) {
            return NULL;
        }
        return value instanceof Number || value instanceof Document
                ? new KeyValue(value).normalized().get(0)
                : value;
    }

    /** Whether a query for this value means equality to one bare value. Patterns, lists and documents mean more. */
    static boolean isScalar(@Nullable Object value) {
        return !(value instanceof Map || value instanceof Collection || value instanceof BsonRegularExpression);
    }

    /**
     * Whether a query for this value can be answered by an index on {@code _id}, where documents are keys too. Those with
     * operators are conditions, and those with nulls match more than their equals.
     */
    static boolean isPossibleId(@Nullable Object value) {
        return isScalar(value)
                || value instanceof Document document
                        && !document.isEmpty()
                        && document.entrySet().stream().noneMatch(IndexedValue::isMoreThanEquality);
    }

    private static boolean isMoreThanEquality(Map.Entry<String, Object> entry) {
        return entry.getKey().startsWith("$")
                || entry.getValue() == null
                || entry.getValue() instanceof Document nested
                        && nested.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }
}
