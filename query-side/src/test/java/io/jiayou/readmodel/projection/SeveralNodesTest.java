package io.jiayou.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.readmodel.rebuild.RebuildReport.Phase;
import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeveralNodesTest {

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private final Node one = new Node(stores, "one", tallies);
    private final Node other = new Node(stores, "other", tallies);

    @AfterEach
    void close() {
        one.close();
        other.close();
        stores.close();
    }

    @Test
    void oneDoesTheWorkAndBothKnowThePosition() throws InterruptedException {
        one.start();
        other.start();
        await().atMost(Node.PATIENCE).until(() -> one.processors().workHere(live()));

        stores.appendRandom(300, 20, 1);

        assertThat(other.processors().workHere(live())).isFalse();
        assertThat(other.positions().await(tallies, 299, Duration.ofSeconds(30)))
                .isTrue();
        assertThat(one.verify(tallies).differences()).matches(found -> found.none(), "no differences");
    }

    @Test
    void theOtherGoesOnWhenOneStops() {
        one.start();
        other.start();
        stores.appendRandom(300, 20, 1);
        one.awaitHead();

        one.close();
        stores.appendRandom(300, 20, 2);
        other.awaitHead();

        await().atMost(Node.PATIENCE).until(() -> other.processors().workHere(live()));
        assertThat(other.verify(tallies).differences()).matches(found -> found.none(), "no differences");
    }

    @Test
    void aSwitchOnOneNodeIsNoticedByTheOtherWithinASecond() {
        one.start();
        other.start();
        stores.appendRandom(300, 20, 1);
        one.awaitHead();

        assertThat(other.rebuild(tallies).phase()).isEqualTo(Phase.DONE);

        await().atMost(Duration.ofSeconds(2))
                .until(() -> one.generations().live(tallies).orElseThrow().number() == 2);
        stores.appendRandom(300, 20, 3);
        one.awaitHead();
        assertThat(one.hash(tallies)).isEqualTo(other.hash(tallies));
        assertThat(one.verify(tallies).differences()).matches(found -> found.none(), "no differences");
    }

    private io.jiayou.readmodel.documents.Generation live() {
        return one.generations().live(tallies).orElseThrow();
    }
}
