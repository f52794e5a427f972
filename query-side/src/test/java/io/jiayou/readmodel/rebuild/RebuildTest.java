package io.jiayou.readmodel.rebuild;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.Lineage;
import io.jiayou.readmodel.documents.Lineages;
import io.jiayou.readmodel.rebuild.RebuildReport.Phase;
import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RebuildTest {

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private Node node;

    @BeforeEach
    void start() {
        stores.appendHistory(3_000, 400, 1);
        node = new Node(stores, "a", tallies).start();
    }

    @AfterEach
    void close() {
        node.close();
        stores.close();
    }

    @Test
    void endsEqualAndSwitches() {
        String before = node.hash(tallies);

        RebuildReport report = node.rebuild(tallies);

        assertThat(report.phase()).isEqualTo(Phase.DONE);
        assertThat(report.generation()).isEqualTo(2);
        assertThat(Objects.requireNonNull(report.differences()).none()).isTrue();
        assertThat(node.generations().live(tallies).orElseThrow().number()).isEqualTo(2);
        assertThat(node.hash(tallies)).isEqualTo(before);
    }

    @Test
    void endsEqualWhileEventsFlow() throws InterruptedException {
        AtomicBoolean flowing = new AtomicBoolean(true);
        Thread flow = Thread.ofPlatform().start(() -> {
            for (long seed = 100; flowing.get(); seed++) {
                stores.appendRandom(20, 500, seed);
            }
        });
        RebuildReport report = node.rebuild(tallies);
        flowing.set(false);
        flow.join();
        node.awaitHead();

        assertThat(report.phase()).isEqualTo(Phase.DONE);
        Differences differences = Objects.requireNonNull(report.differences());
        assertThat(differences.none()).as(differences.toString()).isTrue();
        assertThat(Objects.requireNonNull(node.rebuild(tallies).differences()).none())
                .isTrue();
    }

    @Test
    void findsACorruptedDocumentAndRepairsItBySwitching() {
        String before = node.hash(tallies);
        node.live(tallies).collection().updateOne(eq("_id", "driver-7"), set("sum", 4711L));
        node.live(tallies).collection().deleteOne(eq("_id", "driver-8"));

        RebuildReport report = node.rebuild(tallies);

        Differences differences = Objects.requireNonNull(report.differences());
        assertThat(differences.first()).containsExactly("driver-7", "driver-8");
        assertThat(differences.different()).isEqualTo(2);
        assertThat(differences.none()).isFalse();
        assertThat(node.hash(tallies)).isEqualTo(before);
    }

    @Test
    void severalModelsShareOneReading() {
        Tallies others = new Tallies("others");
        try (Node both = new Node(stores, "b", tallies, others).start()) {
            both.rebuilds().start(List.of(tallies, others));

            assertThat(both.awaitEnd(tallies).phase()).isEqualTo(Phase.DONE);
            assertThat(both.awaitEnd(others).phase()).isEqualTo(Phase.DONE);
            assertThat(both.hash(tallies)).isEqualTo(both.hash(others));
        }
    }

    @Test
    void aFailedRebuildLeavesTheLiveGenerationAlone() {
        String before = node.hash(tallies);
        tallies.poison(1_500);

        RebuildReport report = node.rebuild(tallies);

        assertThat(report.phase()).isEqualTo(Phase.FAILED);
        assertThat(report.error()).contains("folded event 1500");
        assertThat(node.generations().live(tallies)).hasValue(new Generation("tallies", 1));
        assertThat(stores.database().listCollectionNames()).doesNotContain("tallies_2");
        tallies.heal();
        assertThat(node.hash(tallies)).isEqualTo(before);
        assertThat(node.rebuild(tallies).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void anotherNodeThatIsBuildingIsToldAsNoFault() {
        Lineages elsewhere = new Lineages(stores.database(), "b", Duration.ofMinutes(1), Clock.systemUTC());
        assertThat(elsewhere.claimBuild("tallies")).isPresent();
        Logger logger = (Logger) LoggerFactory.getLogger(RebuildJob.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            RebuildReport report = node.rebuild(tallies);

            assertThat(report.phase()).isEqualTo(Phase.FAILED);
            assertThat(report.error()).contains("Another node is building tallies");
            assertThat(lines.list).singleElement().satisfies(line -> {
                assertThat(line.getLevel()).isEqualTo(Level.INFO);
                assertThat(line.getFormattedMessage())
                        .isEqualTo("tallies isn't rebuilt here: another node is building it");
            });
        } finally {
            logger.detachAppender(lines);
        }
    }

    @Test
    void whatACrashedRebuildLeftIsDroppedAtTheNextStart() {
        Generation crashed = new Lineages(stores.database(), "b", Duration.ofMinutes(1), Clock.systemUTC())
                .claimBuild("tallies")
                .orElseThrow();
        stores.database().getCollection(crashed.name()).insertOne(new Document());
        assertThat(node.rebuild(tallies).phase()).isEqualTo(Phase.FAILED);

        try (Node restarted = new Node(stores, "b", tallies).start()) {
            assertThat(stores.database().listCollectionNames()).doesNotContain(crashed.name());
            assertThat(restarted.rebuild(tallies).phase()).isEqualTo(Phase.DONE);
        }
    }

    @Test
    void keepsTheGenerationBeforeForAWayBack() {
        node.rebuild(tallies);
        stores.appendRandom(100, 400, 9);
        node.awaitHead();
        String hash = node.hash(tallies);

        node.rebuilds().switchBack(tallies);

        assertThat(node.awaitEnd(tallies).phase()).isEqualTo(Phase.DONE);
        assertThat(node.generations().live(tallies)).hasValue(new Generation("tallies", 1));
        assertThat(node.hash(tallies)).isEqualTo(hash);
        assertThat(node.generations().lineage(tallies).map(Lineage::previous)).hasValue(new Generation("tallies", 2));
    }

    @Test
    void dropsTheGenerationBeforeThePreviousOne() {
        node.rebuild(tallies);
        node.rebuild(tallies);

        assertThat(stores.database().listCollectionNames())
                .contains("tallies_2", "tallies_3")
                .doesNotContain("tallies_1");
    }
}
