package io.jiayou.embedded.documents;

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
