package io.jiayou.embedded.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.RenameCollectionOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writers and readers at the same time, each on its own connection. */
class ConcurrentUseTest {

    private static final int WRITERS = 4;
    private static final int DOCUMENTS_OF_A_WRITER = 200;
    private static final int BULKS = 40;

    private final RunningStore store = RunningStore.start();
    private final MongoCollection<Document> documents = store.database().getCollection("documents");
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.close();
        store.close();
    }

    @Test
    void readersSeeWholeDocumentsInTheirPlaceWhileWritersReplaceThem() throws Exception {
        documents.createIndex(Indexes.ascending("group"));
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicInteger reads = new AtomicInteger();
        List<Future<Void>> readers = IntStream.range(0, 4)
                .mapToObj(reader -> threads.submit(readUntilTheEnd(reader, writing, reads)))
                .toList();

        List<Future<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> threads.submit(writeBulks(writer)))
                .toList();
        for (Future<Void> writer : writers) {
            writer.get();
        }
        writing.set(false);
        for (Future<Void> reader : readers) {
            reader.get();
        }

        assertThat(reads).hasPositiveValue();
        assertThat(documents.countDocuments()).isEqualTo(WRITERS * DOCUMENTS_OF_A_WRITER);
        assertThatIndexAndScanAgree();
    }

    /** Each bulk of a writer moves all its documents into another group, from the version before. */
    private Callable<Void> writeBulks(int writer) {
        return () -> {
            for (int version = 0; version < BULKS; version++) {
                List<WriteModel<Document>> bulk = new ArrayList<>();
                for (int number = 0; number < DOCUMENTS_OF_A_WRITER; number++) {
                    Document document = document(writer, number, version);
                    bulk.add(
                            version == 0
                                    ? new InsertOneModel<>(document)
                                    : new ReplaceOneModel<>(
                                            and(eq("_id", document.get("_id")), eq("version", version - 1)), document));
                }
                Collections.shuffle(bulk, new Random(version));
                int matched = documents
                        .bulkWrite(bulk, new BulkWriteOptions().ordered(false))
                        .getMatchedCount();
                assertThat(matched).isEqualTo(version == 0 ? 0 : DOCUMENTS_OF_A_WRITER);
            }
            return null;
        };
    }

    private static Document document(int writer, int number, int version) {
        return new Document("_id", writer + "/" + number)
                .append("group", "group-" + (number + version) % 10)
                .append("version", version)
                .append("copies", Collections.nCopies(20, version))
                .append("nested", new Document("version", version));
    }

    private Callable<Void> readUntilTheEnd(int reader, AtomicBoolean writing, AtomicInteger reads) {
        return () -> {
            Random random = new Random(reader);
            while (writing.get()) {
                String group = "group-" + random.nextInt(10);
                for (Document document : documents.find(eq("group", group)).batchSize(7)) {
                    assertThatItIsWhole(document, group);
                    reads.incrementAndGet();
                }
            }
            return null;
        };
    }

    private static void assertThatItIsWhole(Document document, String group) {
        Integer version = document.getInteger("version");
        assertThat(document.getString("group")).isEqualTo(group);
        assertThat(document.getList("copies", Integer.class)).hasSize(20).containsOnly(version);
        assertThat(document.getEmbedded(List.of("nested", "version"), Integer.class))
                .isEqualTo(version);
    }

    private void assertThatIndexAndScanAgree() {
        for (int group = 0; group < 10; group++) {
            List<Document> scanned = new ArrayList<>();
            for (Document document : documents.find()) {
                if (document.getString("group").equals("group-" + group)) {
                    scanned.add(document);
                }
            }
            assertThat(documents.find(eq("group", "group-" + group)).into(new ArrayList<>()))
                    .hasSize(WRITERS * DOCUMENTS_OF_A_WRITER / 10)
                    .isEqualTo(scanned);
        }
    }

    @Test
    void aCollectionThatIsReplacedByARenameIsNeverMissing() throws Exception {
        fill("live", 1);
        AtomicBoolean renaming = new AtomicBoolean(true);
        Future<Integer> reader = threads.submit(() -> {
            int reads = 0;
            while (renaming.get() || reads == 0) {
                assertThat(store.database().getCollection("live").find().into(new ArrayList<>()))
                        .hasSize(50);
                reads++;
            }
            return reads;
        });

        for (int generation = 2; generation < 100; generation++) {
            fill("next", generation);
            store.database()
                    .getCollection("next")
                    .renameCollection(
                            new MongoNamespace("read", "live"), new RenameCollectionOptions().dropTarget(true));
        }
        renaming.set(false);

        assertThat(reader.get()).isPositive();
        assertThat(store.database().getCollection("live").find().first()).containsEntry("generation", 99);
        assertThat(store.database().listCollectionNames()).containsExactly("live");
    }

    private void fill(String name, int generation) {
        MongoCollection<Document> collection = store.database().getCollection(name);
        collection.createIndex(Indexes.ascending("generation"));
        collection.insertMany(IntStream.range(0, 50)
                .mapToObj(number -> new Document("_id", number).append("generation", generation))
                .toList());
    }

    @Test
    void anIndexThatIsMadeWhileDocumentsComeInKnowsThemAll() throws Exception {
        List<Future<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> threads.submit(writeBulks(writer)))
                .toList();
        documents.createIndex(Indexes.ascending("group"));
        documents.createIndex(Indexes.ascending("version", "group"));
        for (Future<Void> writer : writers) {
            writer.get();
        }

        assertThatIndexAndScanAgree();
    }
}
