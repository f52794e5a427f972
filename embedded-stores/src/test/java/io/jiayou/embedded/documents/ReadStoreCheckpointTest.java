package io.jiayou.embedded.documents;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.jiayou.embedded.documents.CheckpointVerdict.Reason;
import io.jiayou.embedded.documents.CheckpointVerdict.Refused;
import io.jiayou.embedded.documents.CheckpointVerdict.Sound;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written comes back, and a write that fails leaves what was there. */
class ReadStoreCheckpointTest {

    private static final List<String> TOKENS = List.of("tokens");

    @TempDir
    private Path directory;

    private final RunningStore live = RunningStore.start();

    @AfterEach
    void stop() {
        live.close();
    }

    private ReadStoreCheckpoint checkpoint() {
        return ReadStoreCheckpoint.in(directory.resolve("read-store"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fiftyThousandDocumentsComeBackByteByByte(boolean compressed) throws IOException {
        fill(live.database(), 50_000);
        ReadStoreCheckpoint checkpoint = compressed ? checkpoint().compressed() : checkpoint();

        CheckpointContents written = checkpoint.write(live.database(), TOKENS, () -> Map.of("head", "50000"));

        try (RunningStore restarted = RunningStore.start()) {
            CheckpointVerdict verdict =
                    checkpoint().load(restarted.database(), header -> "50000".equals(header.get("head")));

            assertThat(verdict).isEqualTo(new Sound(written));
            assertThat(written.documents()).isEqualTo(50_002);
            assertThat(written.collections()).containsExactly("tokens", "empty", "orders");
            for (String name : written.collections()) {
                assertThat(documents(restarted, name)).isEqualTo(documents(live, name));
                assertThat(indexes(restarted, name)).isEqualTo(indexes(live, name));
            }
        }
    }

    @Test
    void indexesAnswerQueriesAfterALoad() throws IOException {
        fill(live.database(), 2_000);
        checkpoint().write(live.database(), TOKENS, Map::of);

        try (RunningStore restarted = RunningStore.start()) {
            checkpoint().load(restarted.database(), header -> true);
            MongoCollection<Document> orders = restarted.database().getCollection("orders");
            long before = restarted.mongo().documentsVisited();

            assertThat(orders.find(eq("driverId", "driver-3")).into(new ArrayList<>()))
                    .hasSize(20);

            assertThat(restarted.mongo().documentsVisited() - before).isEqualTo(20);
            assertThatThrownBy(() -> orders.insertOne(new Document("receipt", "receipt-5")))
                    .hasMessageContaining("duplicate key");
        }
    }

    @Test
    void everyKindOfValueComesBack() throws IOException {
        Document kinds = new Document("_id", new ObjectId())
                .append("texts", List.of("加油 95号", "", "čeština"))
                .append("numbers", List.of(1, 1L, 1.5, Decimal128.parse("12.340")))
                .append("time", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
                .append("uuid", UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"))
                .append("bytes", new Binary(new byte[] {0, 1, -1}))
                .append("nothing", null)
                .append("nested", new Document("list", List.of(new Document("deep", true))));
        live.database().getCollection("kinds").insertOne(kinds);
        checkpoint().write(live.database(), TOKENS, Map::of);

        try (RunningStore restarted = RunningStore.start()) {
            checkpoint().load(restarted.database(), header -> true);

            assertThat(documents(restarted, "kinds")).isEqualTo(documents(live, "kinds"));
        }
    }

    @Test
    void tokensAreCopiedBeforeTheDocumentsAndTheHeadIsAskedForAfterThem() throws IOException {
        AtomicLong documentsReadWhenAsked = new AtomicLong();
        fill(live.database(), 1_000);
        long before = live.mongo().documentsVisited();

        CheckpointContents written = checkpoint().write(live.database(), List.of("tokens", "absent"), () -> {
            documentsReadWhenAsked.set(live.mongo().documentsVisited() - before);
            return Map.of("head", "1000");
        });

        assertThat(written.collections().getFirst()).isEqualTo("tokens");
        assertThat(documentsReadWhenAsked).hasValueGreaterThanOrEqualTo(1_002);
    }

    @Test
    void aHeaderThatTheCallerRefusesLoadsNothing() throws IOException {
        fill(live.database(), 10);
        checkpoint().write(live.database(), TOKENS, () -> Map.of("head", "11"));

        try (RunningStore restarted = RunningStore.start()) {
            CheckpointVerdict verdict =
                    checkpoint().load(restarted.database(), header -> Long.parseLong(header.get("head")) <= 10);

            assertThat(verdict).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                    .isEqualTo(Reason.NOT_ACCEPTED));
            assertThat(restarted.database().listCollectionNames()).isEmpty();
        }
    }

    @Test
    void aStoreThatHasTheCollectionsAlreadyIsLeftAlone() throws IOException {
        fill(live.database(), 10);
        checkpoint().write(live.database(), TOKENS, Map::of);

        assertThatThrownBy(() -> checkpoint().load(live.database(), header -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("orders");

        assertThat(live.database().getCollection("orders").countDocuments()).isEqualTo(10);
    }

    @Test
    void aSecondWriterAtTheSameTimeIsRefused() throws IOException {
        fill(live.database(), 10);

        checkpoint().write(live.database(), TOKENS, () -> {
            assertThatThrownBy(() -> checkpoint().write(live.database(), TOKENS, Map::of))
                    .isInstanceOf(ReadStoreCheckpoint.BusyException.class);
            return Map.of();
        });

        assertThat(checkpoint().verify()).isInstanceOf(Sound.class);
        checkpoint().write(live.database(), TOKENS, Map::of);
    }

    @Test
    void aWriteThatFailsLeavesTheOldFile() throws IOException {
        fill(live.database(), 10);
        CheckpointContents old = checkpoint().write(live.database(), TOKENS, () -> Map.of("head", "10"));

        assertThatThrownBy(() -> checkpoint().write(live.database(), TOKENS, () -> {
                    throw new IllegalStateException("no head");
                }))
                .hasMessage("no head");
        assertThatThrownBy(() -> checkpoint().write(live.database(), TOKENS, () -> {
                    live.database().getCollection("orders").drop();
                    return Map.of();
                }))
                .isInstanceOf(IOException.class);

        assertThat(checkpoint().verify()).isEqualTo(new Sound(old));
        assertThat(directory.resolve("read-store.unfinished")).doesNotExist();
    }

    @Test
    void whatAKilledWriterLeftBehindIsIgnoredAndOverwritten() throws IOException {
        fill(live.database(), 10);
        CheckpointContents old = checkpoint().write(live.database(), TOKENS, Map::of);
        byte[] half = Files.readAllBytes(directory.resolve("read-store"));
        Files.write(directory.resolve("read-store.unfinished"), Arrays.copyOf(half, half.length * 3));

        assertThat(checkpoint().verify()).isEqualTo(new Sound(old));
        CheckpointContents renewed = checkpoint().write(live.database(), TOKENS, Map::of);

        assertThat(renewed).isEqualTo(old);
        assertThat(checkpoint().verify()).isEqualTo(new Sound(renewed));
    }

    @Test
    void aLoadThatFailsHalfwayLeavesNothing() throws IOException {
        Files.write(directory.resolve("read-store"), soundButWithAnUnknownRecord());

        assertThat(checkpoint().verify()).isInstanceOf(Sound.class);
        assertThatThrownBy(() -> checkpoint().load(live.database(), header -> true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("type 9");

        assertThat(live.database().listCollectionNames()).isEmpty();
    }

    private static byte[] soundButWithAnUnknownRecord() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(CheckpointFormat.preamble(false));
        BsonDocument orders = CheckpointFormat.collection("orders", List.of());
        CheckpointFormat.writeRecord(file, CheckpointFormat.COLLECTION, CheckpointFormat.raw(orders));
        BsonDocument order = new BsonDocument("_id", new BsonString("order-1"));
        CheckpointFormat.writeRecord(file, CheckpointFormat.DOCUMENT, CheckpointFormat.raw(order));
        CheckpointFormat.writeRecord(file, (byte) 9, CheckpointFormat.raw(order));
        file.write(CheckpointFormat.footer(Map.of(), List.of("orders"), 1));
        file.write(CheckpointFormat.checksum().digest(file.toByteArray()));
        return file.toByteArray();
    }

    @Test
    void aCopyOfALivingStoreHasNoTokenAheadOfItsDocuments() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            fold(0);
            Future<Integer> folds = thread.submit(() -> {
                int position = 0;
                while (writing.get()) {
                    fold(++position);
                }
                return position;
            });
            for (int copy = 0; copy < 20; copy++) {
                checkpoint().write(live.database(), TOKENS, Map::of);
                MongoDatabase loaded = live.client().getDatabase("copy-" + copy);
                checkpoint().load(loaded, header -> true);

                int token = position(loaded, "tokens").getFirst();
                assertThat(position(loaded, "orders")).hasSize(300).allSatisfy(position -> assertThat(position)
                        .isGreaterThanOrEqualTo(token));
            }
            writing.set(false);
            assertThat(folds.get()).isPositive();
        }
    }

    /** As a projection does it: one bulk of documents, then the token. */
    private void fold(int position) {
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        List<ReplaceOneModel<Document>> bulk = IntStream.range(0, 300)
                .mapToObj(number -> new ReplaceOneModel<>(
                        eq("_id", number), new Document("_id", number).append("position", position), upsert))
                .toList();
        live.database().getCollection("orders").bulkWrite(bulk);
        live.database()
                .getCollection("tokens")
                .replaceOne(eq("_id", "orders"), new Document("_id", "orders").append("position", position), upsert);
    }

    private static List<Integer> position(MongoDatabase database, String collection) {
        return database.getCollection(collection)
                .find()
                .map(document -> document.getInteger("position"))
                .into(new ArrayList<>());
    }

    private static void fill(MongoDatabase database, int orders) {
        database.createCollection("empty");
        MongoCollection<Document> collection = database.getCollection("orders");
        collection.createIndex(Indexes.compoundIndex(Indexes.ascending("driverId"), Indexes.descending("placedAt")));
        collection.createIndex(Indexes.ascending("receipt"), new IndexOptions().unique(true));
        collection.insertMany(IntStream.range(0, orders)
                .mapToObj(ReadStoreCheckpointTest::order)
                .toList());
        database.getCollection("tokens")
                .insertMany(List.of(new Document("_id", "orders/0"), new Document("_id", "sales/0")));
    }

    private static Document order(int number) {
        return new Document("_id", "order-" + number)
                .append("driverId", "driver-" + number % 100)
                .append("receipt", "receipt-" + number)
                .append("placedAt", new Date(1_700_000_000_000L + number))
                .append("position", (long) number);
    }

    private static List<ByteBuffer> documents(RunningStore store, String name) {
        List<ByteBuffer> contents = new ArrayList<>();
        store.database()
                .getCollection(name, RawBsonDocument.class)
                .find()
                .forEach(document -> contents.add(document.getByteBuffer().asNIO()));
        return contents;
    }

    private static List<Document> indexes(RunningStore store, String name) {
        return store.database().getCollection(name).listIndexes().into(new ArrayList<>());
    }
}
