package io.jiayou.embedded.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the driver and Spring Data send, and what they need to hear. */
class MongoDriverTest {

    private final RunningStore store = RunningStore.start();
    private final MongoDatabase database = store.database();
    private final MongoCollection<Document> documents = database.getCollection("documents");

    @AfterEach
    void stop() {
        store.close();
    }

    private static Document numbered(int number) {
        return new Document("_id", number).append("half", number / 2).append("text", "text " + number);
    }

    private void given(int count) {
        documents.insertMany(
                IntStream.range(0, count).mapToObj(MongoDriverTest::numbered).toList());
    }

    @Nested
    class Health {

        @Test
        void answersPingAndHelloInEveryDatabase() {
            for (String name : List.of("admin", "read", "other")) {
                MongoDatabase asked = store.client().getDatabase(name);
                assertThat(asked.runCommand(new Document("ping", 1))).containsEntry("ok", 1.0);
                assertThat(asked.runCommand(new Document("hello", 1)))
                        .containsEntry("isWritablePrimary", true)
                        .containsKey("maxWireVersion");
            }
        }

        @Test
        void listsDatabases() {
            given(1);
            assertThat(store.client().listDatabaseNames()).contains("read");
        }

        @Test
        void refusesSessions() {
            try (ClientSession session = store.client().startSession()) {
                assertThatThrownBy(() -> documents.insertOne(session, numbered(1)))
                        .isInstanceOf(MongoClientException.class)
                        .hasMessageContaining("sessions");
            }
        }

        @Test
        void refusesAnUnknownCommandWithItsCode() {
            assertThatThrownBy(() -> database.runCommand(new Document("compact", "documents")))
                    .isInstanceOfSatisfying(MongoCommandException.class, refusal -> assertThat(refusal.getErrorCode())
                            .isEqualTo(59));
        }
    }

    @Nested
    class Writing {

        private final WriteModel<Document> insert = new InsertOneModel<>(numbered(1));
        private final WriteModel<Document> insertAgain = new InsertOneModel<>(numbered(0));
        private final WriteModel<Document> upsert =
                new ReplaceOneModel<>(eq("_id", 2), numbered(2), new ReplaceOptions().upsert(true));
        private final WriteModel<Document> replace = new ReplaceOneModel<>(
                and(eq("_id", 0), eq("half", 0)), numbered(0).append("more", true));

        @Test
        void aBulkInsertsUpsertsAndReplaces() {
            given(1);

            BulkWriteResult result = documents.bulkWrite(List.of(insert, upsert, replace));

            assertThat(result.getInsertedCount()).isEqualTo(1);
            assertThat(result.getUpserts()).singleElement().satisfies(upserted -> {
                assertThat(upserted.getIndex()).isEqualTo(1);
                assertThat(upserted.getId().asInt32().getValue()).isEqualTo(2);
            });
            assertThat(result.getMatchedCount()).isEqualTo(1);
            assertThat(result.getModifiedCount()).isEqualTo(1);
            assertThat(documents.find(eq("_id", 0)).first()).containsEntry("more", true);
        }

        @Test
        void replacingWithTheSameModifiesNothing() {
            given(1);

            BulkWriteResult result = documents.bulkWrite(List.of(new ReplaceOneModel<>(eq("_id", 0), numbered(0))));

            assertThat(result.getMatchedCount()).isEqualTo(1);
            assertThat(result.getModifiedCount()).isZero();
        }

        @Test
        void anOrderedBulkStopsAtItsFirstError() {
            given(1);

            MongoBulkWriteException failure = catchThrowableOfType(
                    MongoBulkWriteException.class, () -> documents.bulkWrite(List.of(insertAgain, insert, upsert)));

            assertThat(failure.getWriteErrors()).singleElement().satisfies(error -> assertThat(
                            ErrorCategory.fromErrorCode(error.getCode()))
                    .isEqualTo(ErrorCategory.DUPLICATE_KEY));
            assertThat(failure.getWriteResult().getInsertedCount()).isZero();
            assertThat(documents.countDocuments()).isEqualTo(1);
        }

        @Test
        void anUnorderedBulkGoesOnAfterAnError() {
            given(1);

            MongoBulkWriteException failure = catchThrowableOfType(
                    MongoBulkWriteException.class,
                    () -> documents.bulkWrite(
                            List.of(insertAgain, insert, upsert), new BulkWriteOptions().ordered(false)));

            assertThat(failure.getWriteErrors()).hasSize(1);
            assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(1);
            assertThat(documents.countDocuments()).isEqualTo(3);
        }

        @Test
        void orderedReplacesStopAtTheFirstThatViolatesAUniqueIndex() {
            documents.createIndex(Indexes.ascending("text"), new IndexOptions().unique(true));
            given(3);

            MongoBulkWriteException failure = catchThrowableOfType(
                    MongoBulkWriteException.class,
                    () -> documents.bulkWrite(List.of(
                            new ReplaceOneModel<>(eq("_id", 0), new Document("text", "new")),
                            new ReplaceOneModel<>(eq("_id", 1), new Document("text", "text 2")),
                            new ReplaceOneModel<>(eq("_id", 2), new Document("text", "newer")))));

            assertThat(failure.getWriteErrors()).singleElement().satisfies(error -> assertThat(error.getIndex())
                    .isEqualTo(1));
            assertThat(documents.find().map(document -> document.getString("text")))
                    .containsExactly("new", "text 1", "text 2");
            assertThatThrownBy(() -> documents.insertOne(new Document("text", "new")))
                    .isInstanceOf(MongoWriteException.class);
            documents.insertOne(new Document("text", "text 0"));
        }

        @Test
        void aReplacementKeepsTheIdAndCantChangeIt() {
            given(1);

            documents.replaceOne(eq("half", 0), new Document("text", "new").append("dotted.name", 1));

            assertThat(documents.find().first())
                    .isEqualTo(new Document("_id", 0).append("text", "new").append("dotted.name", 1));
            assertThatThrownBy(() -> documents.replaceOne(eq("_id", 0), numbered(1)))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("_id");
        }

        @Test
        void findAndUpdateAnswersWithTheNewDocument() {
            given(1);

            Document updated = documents.findOneAndUpdate(
                    eq("_id", 0),
                    Updates.combine(Updates.inc("half", 5), Updates.unset("text")),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));

            assertThat(updated).isEqualTo(new Document("_id", 0).append("half", 5));
            assertThat(documents.findOneAndDelete(eq("half", 5))).isEqualTo(updated);
            assertThat(documents.countDocuments()).isZero();
        }
    }

    @Nested
    class Reading {

        @Test
        void batchesGoOnFromWhatTheCollectionWasWhenTheQueryBegan() {
            given(500);
            List<Integer> read = new ArrayList<>();

            try (var cursor = documents.find().batchSize(100).cursor()) {
                read.add(cursor.next().getInteger("_id"));
                documents.updateMany(gt("_id", 250), Updates.set("half", -1));
                documents.deleteMany(gt("_id", 400));
                cursor.forEachRemaining(document -> {
                    assertThat(document.getInteger("half")).isNotNegative();
                    read.add(document.getInteger("_id"));
                });
            }

            assertThat(read).isEqualTo(IntStream.range(0, 500).boxed().toList());
            assertThat(documents.countDocuments()).isEqualTo(401);
        }

        @Test
        void moreThanOneAnswerHoldsComesInSeveral() {
            String megabyte = "x".repeat(1 << 20);
            for (int number = 0; number < 50; number++) {
                documents.insertOne(numbered(number).append("filling", megabyte));
            }

            assertThat(documents.find().sort(Sorts.descending("_id")).map(document -> document.getInteger("_id")))
                    .hasSize(50)
                    .startsWith(49)
                    .endsWith(0);
        }

        @Test
        void sortsSkipsLimitsAndProjects() {
            given(10);

            assertThat(documents
                            .find(in("_id", 9, 1, 5, 2, 4, 77))
                            .sort(Sorts.orderBy(Sorts.descending("half"), Sorts.ascending("_id")))
                            .skip(1)
                            .limit(3)
                            .projection(Projections.include("half")))
                    .containsExactly(
                            new Document("_id", 4).append("half", 2),
                            new Document("_id", 5).append("half", 2),
                            new Document("_id", 2).append("half", 1));
        }

        @Test
        void whatIsEqualInASortStaysInTheOrderOfItsInsertion() {
            given(20);

            assertThat(documents
                            .find()
                            .sort(Sorts.descending("half"))
                            .limit(5)
                            .map(document -> document.getInteger("_id")))
                    .containsExactly(18, 19, 16, 17, 14);
        }

        @Test
        void aggregates() {
            given(200);

            assertThat(documents.aggregate(List.of(
                            Aggregates.match(gt("half", 90)),
                            Aggregates.group("$half", Accumulators.sum("count", 1)),
                            Aggregates.sort(Sorts.ascending("_id")))))
                    .hasSize(9)
                    .first()
                    .isEqualTo(new Document("_id", 91).append("count", 2));
            assertThat(documents.aggregate(List.of(Aggregates.sort(Sorts.ascending("_id")))))
                    .hasSize(200);
            assertThat(documents.distinct("half", Integer.class)).hasSize(100);
            assertThat(documents.estimatedDocumentCount()).isEqualTo(200);
        }

        @Test
        void anAggregationThatAddsFieldsChangesNothingStored() {
            documents.insertOne(new Document("_id", 1).append("nested", new Document("a", 1)));

            documents
                    .aggregate(List.of(new Document("$addFields", new Document("nested", new Document("b", 2)))))
                    .into(new ArrayList<>());

            assertThat(documents.find().first())
                    .isEqualTo(new Document("_id", 1).append("nested", new Document("a", 1)));
        }
    }

    @Nested
    class Collections {

        @Test
        void areRenamedWithTheirIndexesAndDropped() {
            documents.createIndex(Indexes.ascending("half"));
            given(10);

            documents.renameCollection(new MongoNamespace("read", "renamed"));

            MongoCollection<Document> renamed = database.getCollection("renamed");
            assertThat(database.listCollectionNames()).containsExactly("renamed");
            assertThat(renamed.listIndexes().map(index -> index.getString("name")))
                    .containsExactly("_id_", "half_1");
            long before = store.mongo().documentsVisited();
            assertThat(renamed.find(eq("half", 3))).hasSize(2);
            assertThat(store.mongo().documentsVisited() - before).isEqualTo(2);
            renamed.drop();
            assertThat(database.listCollectionNames()).isEmpty();
            assertThat(database.getCollection("never").countDocuments()).isZero();
        }

        @Test
        void forgetAnIndexThatIsDropped() {
            documents.createIndex(Indexes.ascending("half"));
            given(10);

            documents.dropIndex(Indexes.ascending("half"));

            assertThat(documents.listIndexes()).hasSize(1);
            long before = store.mongo().documentsVisited();
            assertThat(documents.find(eq("half", 3))).hasSize(2);
            assertThat(store.mongo().documentsVisited() - before).isEqualTo(10);
        }

        @Test
        void losingAnIndexLeavesThoseOfOthersAlone() {
            MongoCollection<Document> other = database.getCollection("other");
            documents.createIndex(Indexes.ascending("half"));
            other.createIndex(Indexes.ascending("half"));

            documents.dropIndex("half_1");
            assertThat(other.listIndexes()).hasSize(2);
            documents.createIndex(Indexes.ascending("half"));
            assertThatThrownBy(() -> documents.dropIndex("never_1")).hasMessageContaining("never_1");
            documents.dropIndexes();

            assertThat(documents.listIndexes()).hasSize(1);
            assertThat(other.listIndexes()).hasSize(2);
        }
    }
}
