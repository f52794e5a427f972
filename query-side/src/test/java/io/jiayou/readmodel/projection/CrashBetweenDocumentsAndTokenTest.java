package io.jiayou.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.readmodel.testing.FailingTokens;
import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrashBetweenDocumentsAndTokenTest {

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private final AtomicReference<FailingTokens> tokens = new AtomicReference<>();
    private Node node;

    @BeforeEach
    void start() {
        node = new Node(stores, "a", Duration.ofSeconds(10), 20_000, this::failing, tallies).start();
    }

    @AfterEach
    void close() {
        node.close();
        stores.close();
    }

    @Test
    void losesNothingAndFoldsNothingTwice() {
        tokens.get().failNext(2);
        stores.appendRandom(50, 5, 1);
        await().atMost(Node.PATIENCE).until(() -> tokens.get().failuresLeft() == 0);
        stores.appendRandom(50, 5, 2);
        node.awaitHead();

        assertThat(node.verify(tallies).differences()).matches(found -> found.none(), "no differences");
    }

    @Test
    void aTokenIsNeverAheadOfItsDocuments() {
        Queue<String> early = new ConcurrentLinkedQueue<>();
        tokens.get().beforeStoring(token -> {
            Tally all = node.live(tallies).load(List.of(Tallies.ALL)).get(Tallies.ALL);
            if (all == null || all.position() < token.position().orElseThrow()) {
                early.add(token + " before " + all);
            }
        });
        for (int i = 0; i < 200; i++) {
            stores.append("d" + i % 7, new VehicleAdded("d" + i % 7, "沪A12345", Instant.EPOCH));
        }
        node.awaitHead();

        assertThat(early).isEmpty();
    }

    private TokenStore failing(TokenStore real) {
        tokens.set(new FailingTokens(real));
        return tokens.get();
    }
}
