package io.jiayou.audit.index;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import tools.jackson.databind.JsonNode;

/**
 * The index in its directory, for one thread that writes and any that search. Every commit says how many events it has, so
 * that after a crash the rest is indexed again.
 */
final class IndexFiles implements AutoCloseable {

    /** Of the documents' form: another number means another index. */
    private static final String FORMAT = "1";

    private static final Sort BY_POSITION = new Sort(new SortField(IndexFields.POSITION, SortField.Type.LONG));
    private static final Sort NEWEST_FIRST = new Sort(new SortField(IndexFields.POSITION, SortField.Type.LONG, true));

    /** It would warn at every start that vectors could be compared faster; here there are none. Held, or it's forgotten. */
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.SEVERE);
    }

    /** An index that is not of these events, or not whole; it is thrown away. */
    static final class Unusable extends IOException {

        private static final long serialVersionUID = 1;

        Unusable(String reason) {
            super(reason);
        }
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Subjects subjects = new Subjects(this::subjectsOf);
    private long size;
    private String lastId;

    private IndexFiles(Directory directory, IndexWriter writer, long size, String lastId) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.size = size;
        this.lastId = lastId;
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /**
     * Goes on with the last commit; an empty directory is an empty index.
     *
     * @throws IOException if it isn't whole, or not of these events
     */
    static IndexFiles open(Path path, EventRecords records) throws IOException {
        Files.createDirectories(path);
        Directory directory = FSDirectory.open(path);
        try {
            Map<String, String> committed = DirectoryReader.indexExists(directory) ? checked(directory) : Map.of();
            long size = Long.parseLong(committed.getOrDefault("size", "0"));
            String lastId = committed.getOrDefault("lastId", "");
            if (size > 0) {
                List<EventRecord> last = size <= records.size() ? records.from(size - 1, 1) : List.of();
                if (last.isEmpty() || !last.getFirst().id().equals(lastId)) {
                    throw new Unusable("it is of other events");
                }
            }
            IndexWriterConfig config = new IndexWriterConfig(new Words()).setIndexSort(BY_POSITION);
            return new IndexFiles(directory, new IndexWriter(directory, config), size, lastId);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** What the last commit says, once all its bytes have the check sums that they had. */
    private static Map<String, String> checked(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            Map<String, String> committed = reader.getIndexCommit().getUserData();
            if (!FORMAT.equals(committed.get("format"))
                    || reader.numDocs() != Long.parseLong(committed.getOrDefault("size", "-1"))) {
                throw new Unusable("it has another form");
            }
            return committed;
        }
    }

    /** How many events are in it: the position of the next one. */
    long size() {
        return size;
    }

    void add(EventRecord event) throws IOException {
        JsonNode payload = IndexedEvent.payload(event);
        writer.addDocument(IndexedEvent.of(size, event, payload, subjects.of(event, payload)));
        size++;
        lastId = event.id();
    }

    /** Lets searches see all that was added. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        subjects.refreshed();
    }

    /** Keeps what was added over a crash. */
    void commit() throws IOException {
        Map<String, String> data = Map.of("format", FORMAT, "size", Long.toString(size), "lastId", lastId);
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /** The positions of the wanted events, ascending. */
    long[] find(HistoryQuestion question, int atMost) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return IndexSearch.positions(searcher, question.query(), BY_POSITION, atMost);
        } finally {
            searchers.release(searcher);
        }
    }

    private Collection<String> subjectsOf(String aggregate) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            var newest = searcher.search(new TermQuery(new Term(IndexFields.AGGREGATE, aggregate)), 1, NEWEST_FIRST);
            return newest.scoreDocs.length == 0
                    ? List.of()
                    : List.of(searcher.storedFields()
                            .document(newest.scoreDocs[0].doc)
                            .getValues(IndexFields.SUBJECT));
        } finally {
            searchers.release(searcher);
        }
    }

    /** Without a commit: what isn't committed is indexed again. */
    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                searchers) {
            writer.rollback();
        }
    }
}
