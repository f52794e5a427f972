package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one query sorts its documents. Those that are equal in all sorted fields stay in the order in which they came.
 * The library's own order looks the fields up anew in each comparison, and keeps all documents decoded.
 */
final class SortOrder {

    private final List<String> paths;
    private final List<Comparator<Object>> comparators;
    private int arrivals;

    private SortOrder(Document order) {
        this.paths = List.copyOf(order.keySet());
        this.comparators = order.values().stream().map(SortOrder::comparator).toList();
    }

    /** Null where documents stay in their natural order, or come in its reverse. */
    static @Nullable SortOrder of(@Nullable Document order) {
        return order == null || order.isEmpty() || order.containsKey("$natural") ? null : new SortOrder(order);
    }

    List<String> paths() {
        return paths;
    }

    private static Comparator<Object> comparator(@Nullable Object direction) {
        boolean ascending = direction instanceof Number number && number.intValue() > 0;
        return ascending ? ValueComparator.asc() : ValueComparator.desc();
    }

    /** A document, and all that sorting needs to know of it. */
    record Ranked(byte[] bson, Object[] values, int arrival) {}

    Ranked rank(Document content, byte[] bson) {
        Object[] values = paths.stream()
                .map(path -> Utils.getSubdocumentValueCollectionAware(content, path))
                .toArray();
        return new Ranked(bson, values, arrivals++);
    }

    /**
     * The documents in this order.
     *
     * @param atMost how many of the first are wanted, 0 for all
     */
    Stream<byte[]> sorted(Stream<Ranked> documents, int atMost) {
        List<Ranked> sorted = new ArrayList<>(atMost > 0 ? first(atMost, documents) : documents.toList());
        sorted.sort(this::compare);
        return sorted.stream().map(Ranked::bson);
    }

    private PriorityQueue<Ranked> first(int atMost, Stream<Ranked> documents) {
        PriorityQueue<Ranked> lastOnTop = new PriorityQueue<>((one, other) -> compare(other, one));
        documents.forEach(document -> {
            lastOnTop.add(document);
            if (lastOnTop.size() > atMost) {
                lastOnTop.remove();
            }
        });
        return lastOnTop;
    }

    private int compare(Ranked one, Ranked other) {
        for (int field = 0; field < comparators.size(); field++) {
            int order = comparators.get(field).compare(one.values()[field], other.values()[field]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.arrival(), other.arrival());
    }
}
