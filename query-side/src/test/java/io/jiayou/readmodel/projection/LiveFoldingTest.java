package io.jiayou.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveFoldingTest {

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private final Tallies others = new Tallies("others");

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void foldsEventsAsTheyCome() {
        try (Node node = new Node(stores, "a", tallies).start()) {
            long position = stores.append("d1", new VehicleAdded("d1", "沪A12345", Instant.EPOCH));
            node.awaitHead();

            Tally tally = node.readModels().of(tallies).find("d1").orElseThrow();
            assertThat(tally.plates()).containsExactly("沪A12345");
            assertThat(tally.position()).isEqualTo(position);
        }
    }

    @Test
    void fillsFromALongHistoryAndGoesOn() {
        stores.appendHistory(5_000, 700, 1);
        try (Node node = new Node(stores, "a", tallies, others).start()) {
            stores.appendRandom(2_000, 900, 2);
            node.awaitHead();
            assertThat(node.documents(tallies)).isEqualTo(node.documents(others));
            assertThat(node.hash(tallies)).isEqualTo(node.hash(others));
            assertThat(node.live(tallies).collection().countDocuments()).isGreaterThan(700);
        }
    }

    @Test
    void aFailingModelIsTriedAgainWhileTheOthersGoOn() {
        try (Node node = new Node(stores, "a", tallies, others).start()) {
            stores.appendRandom(10, 3, 1);
            node.awaitHead();
            tallies.poison(12);
            stores.appendRandom(10, 3, 2);

            await().atMost(Node.PATIENCE).until(() -> node.positions().of(others) == 19);
            Progress progress =
                    node.processors().progress(node.generations().live(tallies).orElseThrow());
            await().atMost(Node.PATIENCE).until(() -> progress.failure() != null);
            assertThat(String.valueOf(progress.failure())).contains("folded event 12");
            assertThat(progress.position()).isLessThan(12);

            tallies.heal();
            node.awaitHead();
            assertThat(progress.failure()).isNull();
            assertThat(node.hash(tallies)).isEqualTo(node.hash(others));
        }
    }
}
