package io.jiayou.embedded.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many documents a query reads: only what its index names. */
class IndexedQueriesTest {

    private static final int ORDERS = 5_000;
    private static final int DRIVERS = 500;
    private static final int ORDERS_OF_A_DRIVER = ORDERS / DRIVERS;

    private final EmbeddedMongo mongo = EmbeddedMongo.start();
    private final MongoClient client = MongoClients.create(mongo.uri());
    private final MongoCollection<Document> orders = client.getDatabase("read").getCollection("orders");

    @BeforeEach
    void givenOrders() {
        orders.createIndex(Indexes.compoundIndex(Indexes.ascending("driverId"), Indexes.descending("placedAt")));
        orders.createIndex(Indexes.ascending("status", "station.id"));
        orders.insertMany(
                IntStream.range(0, ORDERS).mapToObj(IndexedQueriesTest::order).toList());
    }

    private static Document order(int number) {
        return new Document("_id", "order-" + number)
                .append("driverId", "driver-" + number % DRIVERS)
                .append("status", number % 2 == 0 ? "Paid" : "Placed")
                .append("station", new Document("id", "station-" + number % 50))
                .append("placedAt", number)
                .append("position", number);
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void aListOfOneDriverReadsOnlyItsOrders() {
        long before = mongo.documentsVisited();

        List<Document> newest = orders.find(eq("driverId", "driver-7"))
                .sort(Sorts.descending("placedAt"))
                .limit(3)
                .into(new ArrayList<>());

        assertThat(newest).extracting(order -> order.get("placedAt")).containsExactly(4507, 4007, 3507);
        assertThat(mongo.documentsVisited() - before).isEqualTo(ORDERS_OF_A_DRIVER);
    }

    @Test
    void aPageAfterACursorReadsOnlyTheOrdersOfItsDriver() {
        long before = mongo.documentsVisited();

        List<Document> page = orders.find(and(eq("driverId", "driver-7"), lt("placedAt", 3507)))
                .sort(Sorts.descending("placedAt"))
                .limit(2)
                .into(new ArrayList<>());

        assertThat(page).extracting(order -> order.get("placedAt")).containsExactly(3007, 2507);
        assertThat(mongo.documentsVisited() - before).isEqualTo(ORDERS_OF_A_DRIVER);
    }

    @Test
    void anIdWithFurtherConditionsReadsOneDocument() {
        long before = mongo.documentsVisited();

        assertThat(orders.find(and(eq("_id", "order-42"), lt("position", 43))).first())
                .isNotNull();
        assertThat(orders.find(and(eq("_id", "order-42"), lt("position", 42))).first())
                .isNull();

        assertThat(mongo.documentsVisited() - before).isEqualTo(2);
    }

    @Test
    void aThousandIdsReadAThousandDocuments() {
        List<String> ids = IntStream.range(0, 1_000)
                .mapToObj(number -> "order-" + number * 3)
                .toList();
        long before = mongo.documentsVisited();

        assertThat(orders.find(in("_id", ids)).into(new ArrayList<>())).hasSize(1_000);

        assertThat(mongo.documentsVisited() - before).isEqualTo(1_000);
    }

    @Test
    void theBestOfSeveralPinnedFieldsNarrowsTheQuery() {
        long before = mongo.documentsVisited();

        assertThat(orders.countDocuments(and(eq("status", "Paid"), eq("station.id", "station-4"))))
                .isEqualTo(100);

        assertThat(mongo.documentsVisited() - before).isEqualTo(100);
    }

    @Test
    void aLaterFieldOfAnIndexIsUsedWithoutTheFirst() {
        long before = mongo.documentsVisited();

        assertThat(orders.find(in("station.id", "station-4", "station-5")).into(new ArrayList<>()))
                .hasSize(200);

        assertThat(mongo.documentsVisited() - before).isEqualTo(200);
    }

    @Test
    void countsReadOnlyCandidates() {
        long before = mongo.documentsVisited();

        assertThat(orders.countDocuments(eq("driverId", "driver-7"))).isEqualTo(ORDERS_OF_A_DRIVER);

        assertThat(mongo.documentsVisited() - before).isEqualTo(ORDERS_OF_A_DRIVER);
    }

    @Test
    void updatesReplacesAndDeletesByAnIndexReadOnlyCandidates() {
        long before = mongo.documentsVisited();

        orders.updateMany(eq("driverId", "driver-7"), Updates.set("status", "Cancelled"));
        orders.bulkWrite(IntStream.range(0, 100)
                .mapToObj(number -> new ReplaceOneModel<>(
                        eq("_id", "order-" + number), order(number), new ReplaceOptions().upsert(true)))
                .toList());
        orders.deleteMany(eq("driverId", "driver-8"));

        assertThat(mongo.documentsVisited() - before).isEqualTo(ORDERS_OF_A_DRIVER + 100 + ORDERS_OF_A_DRIVER);
        assertThat(orders.countDocuments()).isEqualTo(ORDERS - ORDERS_OF_A_DRIVER);
    }

    @Test
    void aQueryWithoutAnIndexReadsEverything() {
        long before = mongo.documentsVisited();

        orders.find(eq("position", 5)).into(new ArrayList<>());

        assertThat(mongo.documentsVisited() - before).isEqualTo(ORDERS);
    }
}
