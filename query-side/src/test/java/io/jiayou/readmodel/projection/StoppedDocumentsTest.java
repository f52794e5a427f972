package io.jiayou.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.readmodel.documents.PastRecord.Share;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.rebuild.Differences;
import io.jiayou.readmodel.rebuild.PastReport;
import io.jiayou.readmodel.rebuild.RebuildReport;
import io.jiayou.readmodel.rebuild.RebuildReport.Phase;
import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoppedDocumentsTest {

    private static final VehicleAdded ADDED = new VehicleAdded("d1", "沪A12345", Instant.EPOCH);

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private final Tallies others = new Tallies("others");

    @AfterEach
    void close() {
        stores.close();
    }

    private static Marks marks(Node node, Tallies model) {
        return node.live(model).readMarks();
    }

    private static void assertSound(Node node, Tallies model) {
        Progress progress =
                node.processors().progress(node.generations().live(model).orElseThrow());
        assertThat(progress.failure()).isNull();
    }

    @Test
    void oneDocumentStopsAndAllOthersGoOn() {
        try (Node node = new Node(stores, "a", tallies, others).start()) {
            stores.appendRandom(300, 40, 1);
            node.awaitHead();
            long position = stores.history().head() + 1;
            tallies.cannotTake(position);
            stores.append("d1", ADDED);
            stores.appendRandom(300, 40, 2);
            stores.append("d1", ADDED);
            node.awaitHead();

            assertSound(node, tallies);
            assertThat(marks(node, tallies).stopped()).containsOnlyKeys("d1", Tallies.ALL);
            assertThat(marks(node, tallies).positions()).containsExactly(position);
            assertThat(marks(node, others)).isEqualTo(Marks.NONE);
            assertThat(node.readModels().of(tallies).find("d1")).isEmpty();
            assertThat(node.readModels().of(tallies).stop("d1")).hasValue(position);
            SortedMap<String, Tally> expected = node.documents(others);
            expected.remove("d1");
            Tally all = Objects.requireNonNull(node.documents(tallies).get(Tallies.ALL));
            expected.put(Tallies.ALL, all);
            assertThat(node.documents(tallies)).isEqualTo(expected);
            assertThat(all.position()).isLessThan(position);
        }
    }

    @Test
    void aRestartAndAnotherNodeKnowTheStops() {
        tallies.cannotTake(120);
        stores.appendHistory(400, 40, 1);
        String hash;
        Marks marks;
        try (Node node = new Node(stores, "a", tallies).start()) {
            stores.appendRandom(100, 40, 2);
            node.awaitHead();
            hash = node.hash(tallies);
            marks = marks(node, tallies);
        }
        try (Node node = new Node(stores, "b", tallies).start()) {
            assertThat(marks(node, tallies)).isEqualTo(marks);
            assertThat(node.hash(tallies)).isEqualTo(hash);
            stores.appendRandom(100, 40, 3);
            node.awaitHead();
            assertThat(marks(node, tallies)).isEqualTo(marks);
        }
    }

    @Test
    void everyWayToTheSamePositionStopsTheSame() throws InterruptedException {
        tallies.cannotTake(120);
        tallies.cannotTake(121);
        stores.appendHistory(400, 40, 1);
        try (Node node = new Node(stores, "a", tallies).start()) {
            tallies.cannotTake(stores.history().head() + 1);
            stores.append("d1", ADDED);
            stores.appendRandom(100, 40, 2);
            node.awaitHead();
            String hash = node.hash(tallies);
            Marks marks = marks(node, tallies);

            PastReport past = node.past("now", stores.history().head());
            Share share = past.models().getFirst();
            assertThat(share.hash()).isEqualTo(hash);
            assertThat(node.generations()
                            .documents(tallies, share.asGeneration())
                            .readMarks())
                    .isEqualTo(marks);

            assertThat(Objects.requireNonNull(node.verify(tallies).differences())
                            .none())
                    .isTrue();

            RebuildReport rebuilt = node.rebuild(tallies);
            assertThat(rebuilt.phase()).isEqualTo(Phase.DONE);
            Differences differences = Objects.requireNonNull(rebuilt.differences());
            assertThat(differences.none()).as(differences.toString()).isTrue();
            assertThat(node.hash(tallies)).isEqualTo(hash);
            assertThat(marks(node, tallies)).isEqualTo(marks);
        }
    }

    @Test
    void aRebuildAfterTheSoftwareWasMendedLetsDocumentsGoOn() {
        tallies.cannotTake(120);
        stores.appendHistory(400, 40, 1);
        try (Node node = new Node(stores, "a", tallies, others).start()) {
            assertThat(marks(node, tallies).isWhole()).isFalse();

            tallies.heal();
            node.rebuild(tallies);

            assertThat(marks(node, tallies)).isEqualTo(Marks.NONE);
            assertThat(node.hash(tallies)).isEqualTo(node.hash(others));
        }
    }
}
