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

    /** Those that match, one by one. */
    Stream<byte[]> matching(Document query, QueryMatcher matcher) {
        TopLevelFields asked = TopLevelFields.askedBy(query);
        return query.isEmpty() ? each() : each().filter(bson -> matcher.matches(asked.in(bson), query));
    }

    /**
     * Those that match, sorted.
     *
     * @param atMost how many of the first are wanted, 0 for all
     */
    Stream<byte[]> sorted(Document query, QueryMatcher matcher, SortOrder order, int atMost) {
        TopLevelFields asked = TopLevelFields.askedBy(query).with(order.paths());
        Stream<SortOrder.Ranked> ranked = each().mapMulti((bson, next) -> {
            Document content = asked.in(bson);
            if (matcher.matches(content, query)) {
                next.accept(order.rank(content, bson));
            }
        });
        return order.sorted(ranked, atMost);
    }

    Candidates reversed() {
        return new Candidates(contents.reversed(), visited);
    }

    /** How many of them surely fit into one answer, at least 1. */
    int largestBatch() {
        int largest = contents.stream().mapToInt(bson -> bson.length).max().orElse(1);
        return Math.max(1, LARGEST_ANSWER_IN_BYTES / largest);
    }

    private Stream<byte[]> each() {
        return contents.stream().peek(bson -> visited.increment());
    }
}
