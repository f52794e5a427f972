package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection that answers equality through indexes.
 *
 * <p>Its monitor guards each single write and the choice of a query's candidates, which is brief. Matching, sorting and
 * decoding run outside of it on the contents of that moment, so a long scan holds up no writer and a long bulk no reader.
 */
final class IndexedCollection extends StoredCollection {

    // The library's own matcher remembers a position for updates, which readers outside the monitor must not disturb.
    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private final LongAdder visited;

    IndexedCollection(
            MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors, LongAdder visited) {
        super(database, name, options, cursors);
        this.visited = visited;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document projection) {
        Candidates candidates = candidates(query);
        Stream<byte[]> matching =
                matching(candidates, query, order, limit > 0 ? skip + limit : 0).skip(skip);
        Stream<Document> page = (limit > 0 ? matching.limit(limit) : matching).map(StoredDocument::decode);
        if (projection != null && !projection.isEmpty()) {
            return matchDocumentsFromStream(new Document(), page, 0, 0, batch, null, projection);
        }
        return batch == 0 ? new QueryResult(page.toList()) : inBatches(page, batch, candidates.largestBatch());
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document projection) {
        return queryDocuments(query, order, skip, limit, batch, projection);
    }

    /** Those that match, one by one. */
    Stream<byte[]> matching(Candidates candidates, Document query) {
        return candidates.matching(query, matcher);
    }

    private Stream<byte[]> matching(Candidates candidates, Document query, @Nullable Document order, int atMost) {
        SortOrder sorting = SortOrder.of(order);
        if (sorting != null) {
            return candidates.sorted(query, matcher, sorting, atMost);
        }
        return (isNaturalDescending(order) ? candidates.reversed() : candidates).matching(query, matcher);
    }

    /** The contents, as of now, of a superset of the documents that match. */
    synchronized Candidates candidates(Document query) {
        return new Candidates(
                documents.candidates(query).stream().map(StoredDocument::bson).toList(), visited);
    }

    QueryResult inBatches(Stream<Document> results, int batch, int largestBatch) {
        BatchCursor cursor = new BatchCursor(cursorRegistry.generateCursorId(), results.iterator(), largestBatch);
        List<Document> first = cursor.takeDocuments(batch);
        if (cursor.isEmpty()) {
            return new QueryResult(first);
        }
        cursorRegistry.add(cursor);
        return new QueryResult(first, cursor);
    }

    @Override
    protected Cursor createCursor(List<Document> rest) {
        BatchCursor cursor = new BatchCursor(cursorRegistry.generateCursorId(), rest.iterator(), rest.size());
        cursorRegistry.add(cursor);
        return cursor;
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        long matching = query == null || query.isEmpty()
                ? count()
                : candidates(query).matching(query, matcher).count();
        long counted = Math.max(0, matching - skip);
        return (int) (limit > 0 ? Math.min(limit, counted) : counted);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        Replacement replacement = new Replacement(update);
        if (replacement.isOne() && !multi) {
            Optional<Document> answer = replace(selector, replacement);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
    }

    /** Replaces the first match; empty if there is none, or if the library has to say why it can't be. */
    private Optional<Document> replace(Document selector, Replacement replacement) {
        TopLevelFields seen = TopLevelFields.askedBy(selector).with(documents.indexedPaths());
        for (StoredDocument document : documents.candidates(selector)) {
            visited.increment();
            Document content = seen.in(document.bson());
            if (matcher.matches(content, selector)) {
                return replacement.of(content).map(newContent -> replace(document, content, newContent));
            }
        }
        return Optional.empty();
    }

    private Document replace(StoredDocument document, Document content, Document newContent) {
        List<UniqueIndex> guards = documents.uniqueBesidesIds();
        guards.forEach(index -> index.checkUpdate(content, newContent, this));
        guards.forEach(index -> index.updateInPlace(content, newContent, document, this));
        boolean modified = documents.replace(document, content, newContent);
        return new Document("n", 1).append("nModified", modified ? 1 : 0);
    }
}
