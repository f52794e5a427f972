package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Documents that may answer a query, as they were at one moment.
 *
 * @param visited counts each document that is read
 */
record Candidates(List<byte[]> contents, LongAdder visited) {

    private static final int LARGEST_ANSWER_IN_BYTES = 16 * 1024 * 1024;

    /** Decodes them one by one; each belongs to the caller. */
    Stream<Document> stream() {
        return contents.stream().map(this::visit);
    }

    /** Those that match, decoded one by one. */
    Stream<Document> matching(Document query, QueryMatcher matcher) {
        return stream().filter(content -> matcher.matches(content, query));
    }

    /**
     * Those that match, sorted, without keeping more of them decoded at a time than the caller does.
     *
     * @param atMost how many of the first are wanted, 0 for all
     */
    Stream<Document> sorted(Document query, QueryMatcher matcher, SortOrder order, int atMost) {
        Stream<SortOrder.Ranked> ranked = contents.stream().mapMulti((bson, next) -> {
            Document content = visit(bson);
            if (matcher.matches(content, query)) {
                next.accept(order.rank(content, bson));
            }
        });
        return order.sorted(ranked, atMost).map(StoredDocument::decode);
    }

    Candidates reversed() {
        return new Candidates(contents.reversed(), visited);
    }

    /** How many of them surely fit into one answer, at least 1. */
    int largestBatch() {
        int largest = contents.stream().mapToInt(bson -> bson.length).max().orElse(1);
        return Math.max(1, LARGEST_ANSWER_IN_BYTES / largest);
    }

    private Document visit(byte[] bson) {
        visited.increment();
        return StoredDocument.decode(bson);
    }
}
