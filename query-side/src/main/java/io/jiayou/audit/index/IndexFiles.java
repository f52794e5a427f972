package io.jiayou.audit.index;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.driver.events.DriverErased;
import io.jiayou.metadata.StoredAs;
import io.jiayou.privacy.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
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
    private static final String FORMAT = "2";

    private static final String ERASED = Objects.requireNonNull(DriverErased.class.getAnnotation(StoredAs.class))
            .value();

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
    private final EventRecords records;
    private final Opening opening;
    private final SearcherManager searchers;
    private final Subjects subjects = new Subjects(this::subjectsOf);
    private boolean erased;
    private long size;
    private String lastId;

    private IndexFiles(
            Directory directory, IndexWriter writer, EventRecords records, Opening opening, long size, String lastId)
            throws IOException {
        this.directory = directory;
        this.records = records;
        this.opening = opening;
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
    static IndexFiles open(Path path, EventRecords records, Opening opening) throws IOException {
        PrivateDirectory.make(path);
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
            IndexWriterConfig config = new IndexWriterConfig(new Words())
                    .setIndexSort(BY_POSITION)
                    .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
            return new IndexFiles(directory, new IndexWriter(directory, config), records, opening, size, lastId);
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
        List<String> texts = SearchedTexts.of(event.type(), payload, opening);
        writer.addDocument(IndexedEvent.of(size, event, payload, subjects.of(event, payload), texts));
        if (event.type().equals(ERASED)) {
            erase(payload.path("driverId").asString(""));
        }
        size++;
        lastId = event.id();
    }

    /** Puts events without their words in the place of all that have words of a driver. */
    private void erase(String driver) throws IOException {
        refresh();
        IndexSearcher searcher = searchers.acquire();
        try {
            Query withWords = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(IndexFields.SUBJECT, Subjects.subject("driver", driver))), Occur.FILTER)
                    .add(new TermQuery(new Term(IndexFields.TYPE, "feedback")), Occur.FILTER)
                    .build();
            int all = Math.max(1, searcher.getIndexReader().maxDoc());
            for (long position : IndexSearch.positions(searcher, withWords, BY_POSITION, all)) {
                EventRecord event = records.from(position, 1).getFirst();
                JsonNode payload = IndexedEvent.payload(event);
                Set<String> known = new LinkedHashSet<>(subjectsOfEvent(searcher, event.id()));
                writer.updateDocument(
                        new Term(IndexFields.ID, event.id()),
                        IndexedEvent.of(position, event, payload, known, List.of()));
            }
        } finally {
            searchers.release(searcher);
        }
        erased = true;
    }

    private static List<String> subjectsOfEvent(IndexSearcher searcher, String id) throws IOException {
        var found = searcher.search(new TermQuery(new Term(IndexFields.ID, id)), 1);
        return List.of(searcher.storedFields().document(found.scoreDocs[0].doc).getValues(IndexFields.SUBJECT));
    }

    /** Whether words were taken out that the files still have; the next commit writes those files anew. */
    boolean hasErased() {
        return erased;
    }

    /** Lets searches see all that was added. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        subjects.refreshed();
    }

    /** Keeps what was added over a crash. */
    void commit() throws IOException {
        Map<String, String> said = Map.of("format", FORMAT, "size", Long.toString(size), "lastId", lastId);
        boolean forgetting = erased;
        if (forgetting) {
            writer.forceMergeDeletes();
        }
        writer.setLiveCommitData(said.entrySet());
        writer.commit();
        if (forgetting) {
            erased = false;
            // files are deleted once no search has them open any more
            refresh();
            writer.deleteUnusedFiles();
        }
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
