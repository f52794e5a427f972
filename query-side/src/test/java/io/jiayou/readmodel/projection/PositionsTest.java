package io.jiayou.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionsTest {

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private final Node node = new Node(stores, "a", tallies);

    @AfterEach
    void close() {
        node.close();
        stores.close();
    }

    @Test
    void whoWaitsForAPositionSeesItsDocuments() throws InterruptedException {
        node.start();
        for (int i = 0; i < 100; i++) {
            String driver = "d" + i;
            long position = stores.append(driver, new VehicleAdded(driver, "沪A12345", Instant.EPOCH));

            assertThat(node.positions().await(tallies, position, Duration.ofSeconds(10)))
                    .isTrue();
            assertThat(node.readModels().of(tallies).find(driver)).isPresent();
        }
    }

    @Test
    void thePositionFollowsEventsThatConcernNoDocument() throws InterruptedException {
        node.start();
        long position = stores.append("x", new io.jiayou.station.events.StationOpened("x", Instant.EPOCH));

        assertThat(node.positions().await(tallies, position, Duration.ofSeconds(10)))
                .isTrue();
    }

    @Test
    void waitingEndsInTime() throws InterruptedException {
        node.start();
        long before = System.nanoTime();

        assertThat(node.positions().await(tallies, 0, Duration.ofMillis(50))).isFalse();
        assertThat(System.nanoTime() - before).isBetween(50_000_000L, 2_000_000_000L);
    }

    @Test
    void aModelThatIsNotFilledYetIsWaitedFor() throws InterruptedException {
        stores.appendRandom(10, 3, 1);
        assertThat(node.positions().await(tallies, 9, Duration.ofMillis(20))).isFalse();
        node.start();

        assertThat(node.positions().await(tallies, 9, Duration.ofSeconds(10))).isTrue();
    }
}
