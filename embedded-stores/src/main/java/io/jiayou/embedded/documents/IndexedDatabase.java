package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** A database whose collections keep equality indexes. */
final class IndexedDatabase extends AbstractSynchronizedMongoDatabase<StoredDocument> {

    /** As MongoDB's own first batch where the client asks for no size. */
    static final int FIRST_BATCH = 101;

    private final LongAdder documentsVisited;

    IndexedDatabase(String name, CursorRegistry cursors, LongAdder documentsVisited) {
        super(name, cursors);
        this.documentsVisited = documentsVisited;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        Next library = request -> super.handleCommand(channel, command, request, databases, oplog);
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> library.handle(withBatchSize(query));
            case "insert" -> BulkWrites.insert(query, library);
            case "update" -> BulkWrites.update(query, library);
            case "aggregate" -> aggregate(query, databases, oplog, library);
            case "dropindexes" -> dropIndexes(query, library);
            default -> library.handle(query);
        };
    }

    private static Document withBatchSize(Document find) {
        find.putIfAbsent("batchSize", FIRST_BATCH);
        return find;
    }

    private Document aggregate(Document query, DatabaseResolver databases, Oplog oplog, Next library) {
        Pipeline pipeline = Pipeline.of(query);
        if (pipeline.isOnlyReading()
                && resolveCollection(String.valueOf(query.get("aggregate")), false)
                        instanceof IndexedCollection source) {
            return pipeline.run(source, this, databases, oplog);
        }
        return library.handle(query);
    }

    /** By name, the library would forget the definitions of that name in all collections; so it's told the fields. */
    private Document dropIndexes(Document command, Next library) {
        Object which = command.get("index");
        MongoCollection<StoredDocument> definitions = indexes.get();
        if (!(which instanceof String name) || definitions == null) {
            return library.handle(command);
        }
        String namespace = getFullCollectionNamespace(String.valueOf(command.get("dropIndexes")));
        List<Document> dropped = definitions
                .handleQueryAsStream(new Document("ns", namespace))
                .filter(index -> name.equals("*") ? !"_id_".equals(index.get("name")) : name.equals(index.get("name")))
                .toList();
        dropped.forEach(index -> library.handle(command.clone().append("index", index.get("key"))));
        return dropped.isEmpty() && !name.equals("*") ? library.handle(command) : new Document("ok", 1.0);
    }

    @Override
    protected IndexedCollection openOrCreateCollection(String name, CollectionOptions options) {
        return new IndexedCollection(this, name, options, cursorRegistry, documentsVisited);
    }

    @Override
    public synchronized MongoCollection<StoredDocument> createCollectionOrThrowIfExists(
            String name, CollectionOptions options) {
        return super.createCollectionOrThrowIfExists(name, options);
    }

    @Override
    protected Index<StoredDocument> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(name, keys, sparse);
    }

    @Override
    protected Index<StoredDocument> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new DeclaredIndex(name, keys);
    }

    @Override
    protected long getFileSize() {
        return 0;
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }

    /** The library's own handling of a command. */
    @FunctionalInterface
    interface Next {
        Document handle(Document query);
    }
}
