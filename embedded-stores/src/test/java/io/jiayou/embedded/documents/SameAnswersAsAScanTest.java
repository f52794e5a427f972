package io.jiayou.embedded.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random writes and queries against this store with indexes, and against the library's own one that scans. */
class SameAnswersAsAScanTest {

    private static final int ROUNDS = 250;
    private static final int WRITES_PER_ROUND = 5;
    private static final int QUERIES_PER_ROUND = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void givesTheSameDocuments(long seed) {
        MongoServer scanning = new MongoServer(new MemoryBackend());
        try (RunningStore store = RunningStore.start();
                MongoClient client = MongoClients.create(scanning.bindAndGetConnectionString())) {
            Twins twins = new Twins(store.database(), client.getDatabase("read"));
            RandomDocuments random = new RandomDocuments(new Random(seed));
            for (int round = 0; round < ROUNDS; round++) {
                if (round == ROUNDS / 2) {
                    twins.indexLate();
                }
                List<WriteModel<Document>> writes = random.writes(WRITES_PER_ROUND);
                twins.both(collection -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
                for (int query = 0; query < QUERIES_PER_ROUND; query++) {
                    twins.compare(random.query(), random.sort(), random.limit(), seed + "/" + round);
                }
            }
            assertThat(twins.documentsSeen).as("documents that were compared").isGreaterThan(10_000);
        } finally {
            scanning.shutdownNow();
        }
    }

    private static final class Twins {
        private final MongoCollection<Document> indexed;
        private final MongoCollection<Document> scanned;
        private int documentsSeen;

        Twins(MongoDatabase indexing, MongoDatabase scanning) {
            indexed = indexing.getCollection("documents");
            scanned = scanning.getCollection("documents");
            indexed.createIndex(Indexes.ascending("a"));
            indexed.createIndex(Indexes.compoundIndex(Indexes.ascending("b"), Indexes.descending("c.d")));
        }

        void indexLate() {
            indexed.dropIndex(Indexes.ascending("a"));
            indexed.createIndex(Indexes.ascending("c.d", "a"));
            indexed.createIndex(Indexes.ascending("c.d.e"));
        }

        void both(Consumer<MongoCollection<Document>> write) {
            write.accept(indexed);
            write.accept(scanned);
        }

        void compare(Bson query, Bson sort, int limit, String where) {
            List<Document> expected = found(scanned, query, sort, limit);
            assertThat(found(indexed, query, sort, limit))
                    .as("%s in %s", query, where)
                    .isEqualTo(expected);
            assertThat(indexed.countDocuments(query))
                    .as("count of %s in %s", query, where)
                    .isEqualTo(scanned.countDocuments(query));
            documentsSeen += expected.size();
        }

        private static List<Document> found(MongoCollection<Document> collection, Bson query, Bson sort, int limit) {
            return collection.find(query).sort(sort).limit(limit).into(new ArrayList<>());
        }
    }

    /** Small worlds of values, so that equal values, missing fields, nulls, lists and documents meet often. */
    private record RandomDocuments(Random random) {

        private static final List<String> PATHS = List.of("a", "b", "c", "c.d", "c.d.e", "_id");

        List<WriteModel<Document>> writes(int count) {
            return random.ints(count, 0, 100).mapToObj(this::write).toList();
        }

        private WriteModel<Document> write(int dice) {
            if (dice < 50) {
                Document document = document();
                return new ReplaceOneModel<>(
                        new Document("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
            } else if (dice < 60) {
                return new InsertOneModel<>(document().append("_id", "new-" + random.nextLong()));
            } else if (dice < 75) {
                return new UpdateOneModel<>(new Document("_id", id()), change());
            } else if (dice < 80) {
                return new UpdateManyModel<>(query(), change());
            }
            return new DeleteOneModel<>(new Document("_id", id()));
        }

        private Document change() {
            String path = PATHS.get(random.nextInt(2));
            return random.nextBoolean()
                    ? new Document("$set", new Document(path, value(2)))
                    : new Document("$unset", new Document(path, ""));
        }

        private Document document() {
            Document document = new Document("_id", id()).append("rank", value(0));
            if (random.nextInt(10) > 0) {
                document.append("a", value(2));
            }
            if (random.nextInt(10) > 2) {
                document.append("b", value(1));
            }
            if (random.nextInt(10) > 1) {
                document.append("c", value(3));
            }
            return document;
        }

        private Object id() {
            int number = random.nextInt(200);
            return number < 150 ? "id-" + number : number < 180 ? number : new Document("x", number).append("y", "z");
        }

        private @Nullable Object value(int depth) {
            int dice = random.nextInt(depth > 0 ? 16 : 10);
            return switch (dice) {
                case 0 -> null;
                case 1 -> random.nextInt(3);
                case 2 -> (long) random.nextInt(3);
                case 3 -> (double) random.nextInt(3);
                case 4 -> random.nextBoolean();
                case 5 -> -0.0;
                case 6 -> Long.MAX_VALUE - random.nextInt(2);
                case 7, 8, 9 -> "s" + random.nextInt(3);
                case 10 -> List.of();
                case 11, 12 ->
                    new ArrayList<>(random.ints(2, 0, 2)
                            .mapToObj(ignored -> value(depth - 1))
                            .toList());
                default -> new Document(random.nextInt(3) > 0 ? "d" : "e", value(depth - 1));
            };
        }

        Bson sort() {
            Bson id = Sorts.ascending("_id");
            return random.nextBoolean() ? id : Sorts.orderBy(Sorts.descending("rank"), id);
        }

        int limit() {
            return random.nextBoolean() ? 0 : 1 + random.nextInt(10);
        }

        Document query() {
            return switch (random.nextInt(12)) {
                case 0 -> new Document("$and", List.of(conditions(), conditions()));
                case 1 -> new Document("$or", List.of(conditions(), conditions())).append("a", condition());
                case 2 -> new Document("$nor", List.of(conditions(), conditions()));
                case 3 -> new Document("$expr", new Document("$eq", List.of("$a", "$b"))).append("b", value(0));
                default -> conditions();
            };
        }

        private Document conditions() {
            Document query = new Document();
            for (int conditions = 1 + random.nextInt(2); conditions > 0; conditions--) {
                query.append(PATHS.get(random.nextInt(PATHS.size())), condition());
            }
            return random.nextInt(8) == 0
                    ? new Document("$and", List.of(query, new Document("a", condition())))
                    : query;
        }

        private @Nullable Object condition() {
            return switch (random.nextInt(11)) {
                case 8 -> new Document("$not", new Document("$in", Arrays.asList(value(0), 1)));
                case 0 -> new Document("$in", List.of(value(0) instanceof Object some ? some : 1, "s1"));
                case 1 -> new Document("$in", Arrays.asList(null, id()));
                case 2 -> new Document("$eq", value(1));
                case 3 -> new Document("$ne", value(0));
                case 4 -> new Document("$exists", random.nextBoolean());
                case 5 -> new Document("$gt", random.nextInt(3));
                case 6 -> new Document("$in", List.of("s0", 1)).append("$ne", value(0));
                case 7 -> id();
                default -> value(random.nextInt(2));
            };
        }
    }
}
