package io.jiayou.parameters;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;

/**
 * The order of a list of documents: all its fields ascending, or all descending; the last one is unique.
 *
 * @param fields most significant first
 */
public record Ordering(boolean ascending, List<String> fields) {

    public static final String ID = "_id";

    public static Ordering ascending(String... fields) {
        return new Ordering(true, List.of(fields));
    }

    public static Ordering descending(String... fields) {
        return new Ordering(false, List.of(fields));
    }

    public Bson sort() {
        return ascending ? Sorts.ascending(fields) : Sorts.descending(fields);
    }

    /** What comes after a document with these values. */
    public Bson after(List<?> values) {
        return Filters.or(IntStream.range(0, fields.size())
                .mapToObj(differing -> after(values, differing))
                .toList());
    }

    private Bson after(List<?> values, int differing) {
        String field = fields.get(differing);
        Object value = values.get(differing);
        Bson beyond = ascending ? Filters.gt(field, value) : Filters.lt(field, value);
        List<Bson> equal = IntStream.range(0, differing)
                .mapToObj(index -> Filters.eq(fields.get(index), values.get(index)))
                .toList();
        return equal.isEmpty() ? beyond : Filters.and(Filters.and(equal), beyond);
    }
}
