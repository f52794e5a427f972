package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
final class IndexedCollection extends AbstractMongoCollection<StoredDocument> {

    private final StoredDocuments stored = new StoredDocuments();
    private final FieldIndexes fields = new FieldIndexes(stored);
    private @Nullable UniqueIndex ids;

    // The library's own matcher remembers a position for updates, which readers outside the monitor must not disturb.
    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private final LongAdder visited;

    IndexedCollection(
            MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors, LongAdder visited) {
        super(database, name, options, cursors);
        this.visited = visited;
    }

    // Reading

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document projection) {
        Candidates candidates = candidates(query);
        Stream<Document> found = (isNaturalDescending(order) ? candidates.reversed() : candidates)
                .stream().filter(document -> documentMatchesQuery(document, query));
        Comparator<Document> comparator = deriveComparator(order);
        Stream<Document> ordered = comparator == null ? found : found.sorted(comparator);
        Stream<Document> page = limit > 0 ? ordered.skip(skip).limit(limit) : ordered.skip(skip);
        if (projection != null && !projection.isEmpty()) {
            return matchDocumentsFromStream(new Document(), page, 0, 0, batch, null, projection);
        }
        return batch == 0 ? new QueryResult(page.toList()) : inBatches(page, batch, candidates.largestBatch());
    }

    /** The contents, as of now, of a superset of the documents that match, in the order of their insertion. */
    synchronized Candidates candidates(Document query) {
        PinnedFields pinned = PinnedFields.of(query);
        Stream<StoredDocument> chosen = byId(pinned)
                .or(() -> fields.candidates(pinned).map(Collection::stream))
                .map(found -> found.sorted(Comparator.comparingInt(StoredDocument::place)))
                .orElseGet(stored::stream);
        return new Candidates(chosen.map(StoredDocument::bson).toList(), visited);
    }

    private Optional<Stream<StoredDocument>> byId(PinnedFields pinned) {
        UniqueIndex index = ids;
        return index == null ? Optional.empty() : pinned.valuesOf("_id").map(index::having);
    }

    QueryResult inBatches(Stream<Document> documents, int batch, int largestBatch) {
        BatchCursor cursor = new BatchCursor(cursorRegistry.generateCursorId(), documents.iterator(), largestBatch);
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
    protected boolean documentMatchesQuery(Document document, Document query) {
        return matcher.matches(document, query);
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        Document condition = query == null ? new Document() : query;
        long matching = condition.isEmpty()
                ? count()
                : candidates(condition).stream()
                        .filter(document -> documentMatchesQuery(document, condition))
                        .count();
        long counted = Math.max(0, matching - skip);
        return (int) (limit > 0 ? Math.min(limit, counted) : counted);
    }

    @Override
    public synchronized int count() {
        return stored.size();
    }

    // Writing

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    protected StoredDocument addDocumentInternal(Document content) {
        StoredDocument document = new StoredDocument(content);
        stored.add(document);
        fields.added(document, content);
        return document;
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    @Override
    protected void handleUpdate(StoredDocument document, Document oldContent, Document newContent) {
        document.replaceWith(newContent);
        fields.replaced(document, oldContent, newContent);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return super.deleteDocuments(selector, limit, oplog);
    }

    @Override
    public synchronized void removeDocument(Document content) {
        super.removeDocument(content);
    }

    @Override
    protected void removeDocument(StoredDocument document) {
        fields.removed(document);
        stored.remove(document);
    }

    // Definitions

    @Override
    public synchronized void addIndex(Index<StoredDocument> index) {
        super.addIndex(index);
        declareFields();
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        declareFields();
    }

    private void declareFields() {
        ids = null;
        List<List<String>> declared = new ArrayList<>();
        for (Index<StoredDocument> index : getIndexes()) {
            if (index instanceof UniqueIndex unique && unique.isOf("_id")) {
                ids = unique;
            } else {
                declared.add(index.getKeys().stream().map(IndexKey::getKey).toList());
            }
        }
        fields.declare(declared);
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        super.renameTo(database, name);
    }

    // What else the library asks for

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document projection) {
        return queryDocuments(query, order, skip, limit, batch, projection);
    }

    @Override
    protected Document getDocument(StoredDocument document) {
        return document.content();
    }

    @Override
    protected Stream<DocumentWithPosition<StoredDocument>> streamAllDocumentsWithPosition() {
        return stored.stream().map(document -> new DocumentWithPosition<>(document.content(), document));
    }

    @Override
    protected @Nullable StoredDocument findDocumentPosition(Document content) {
        return stored.stream()
                .filter(document -> document.content().equals(content))
                .findFirst()
                .orElse(null);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {
        throw new UnsupportedOperationException("The size is summed up when somebody asks");
    }

    @Override
    protected synchronized int getDataSize() {
        return (int) Math.min(
                Integer.MAX_VALUE,
                stored.stream().mapToLong(document -> document.bson().length).sum());
    }
}
