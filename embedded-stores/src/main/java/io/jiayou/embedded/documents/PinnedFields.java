package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a query pins to one of a few values, by equality, {@code $eq} or {@code $in}, at its top or within
 * {@code $and}: whatever else the query asks, a document without one of these values can't match.
 */
final class PinnedFields {

    private final Map<String, Set<Object>> alternatives = new LinkedHashMap<>();

    private PinnedFields() {}

    static PinnedFields of(Document query) {
        PinnedFields fields = new PinnedFields();
        fields.pinAll(query);
        return fields;
    }

    Set<String> paths() {
        return alternatives.keySet();
    }

    /** The {@linkplain IndexedValue normalised} values that the field may have, or empty if it isn't pinned. */
    Optional<Set<Object>> valuesOf(String path) {
        return Optional.ofNullable(alternatives.get(path));
    }

    private void pinAll(Document query) {
        query.forEach((path, condition) -> {
            if (path.equals("$and") && condition instanceof Collection<?> parts) {
                parts.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .forEach(this::pinAll);
            } else if (!path.startsWith("$")) {
                pin(path, condition);
            }
        });
    }

    private void pin(String path, @Nullable Object condition) {
        Predicate<@Nullable Object> isIndexed =
                path.equals("_id") ? IndexedValue::isPossibleId : IndexedValue::isScalar;
        Collection<?> values = valuesIn(condition);
        if (values.stream().allMatch(isIndexed)) {
            Set<Object> normalised = new LinkedHashSet<>();
            values.forEach(value -> normalised.add(IndexedValue.normalised(value)));
            alternatives.putIfAbsent(path, normalised);
        }
    }

    private static Collection<?> valuesIn(@Nullable Object condition) {
        if (condition instanceof Document operators) {
            if (operators.get("$in") instanceof Collection<?> values) {
                return values;
            }
            if (operators.containsKey("$eq")) {
                return Collections.singletonList(operators.get("$eq"));
            }
        }
        return Collections.singletonList(condition);
    }
}
