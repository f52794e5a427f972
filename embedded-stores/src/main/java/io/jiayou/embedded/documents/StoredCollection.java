package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the library asks of a collection: where its documents are. The collection's monitor guards each single write. */
abstract class StoredCollection extends AbstractMongoCollection<StoredDocument> {

    /** Guarded by this collection's monitor. */
    final IndexedDocuments documents = new IndexedDocuments();

    StoredCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    @Override
    public synchronized int count() {
        return documents.size();
    }

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    protected StoredDocument addDocumentInternal(Document content) {
        return documents.add(content);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    @Override
    protected void handleUpdate(StoredDocument document, Document oldContent, Document newContent) {
        documents.replace(document, oldContent, newContent);
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
        documents.remove(document);
    }

    @Override
    public synchronized void addIndex(Index<StoredDocument> index) {
        super.addIndex(index);
        documents.declare(getIndexes());
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        documents.declare(getIndexes());
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        super.renameTo(database, name);
    }

    @Override
    protected Document getDocument(StoredDocument document) {
        return document.content();
    }

    @Override
    protected Stream<DocumentWithPosition<StoredDocument>> streamAllDocumentsWithPosition() {
        return documents.stream().map(document -> new DocumentWithPosition<>(document.content(), document));
    }

    @Override
    protected @Nullable StoredDocument findDocumentPosition(Document content) {
        return documents.stream()
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
        long bytes =
                documents.stream().mapToLong(document -> document.bson().length).sum();
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
