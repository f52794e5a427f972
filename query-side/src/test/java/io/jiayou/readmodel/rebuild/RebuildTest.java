package io.jiayou.readmodel.rebuild;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.readmodel.rebuild.RebuildReport.Phase;
import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildTest {

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private Node node;

    @BeforeEach
    void start() {
        stores.appendRandom(3_000, 400, 1);
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
}
