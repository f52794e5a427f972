package io.jiayou.readmodel.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.readmodel.documents.Statement;
import io.jiayou.readmodel.documents.Statements;
import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStatementsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private final AtomicLong seconds = new AtomicLong();
    private Node node;
    private LiveStatements live;

    @BeforeEach
    void start() {
        stores.appendHistory(600, 50, 1);
        node = new Node(stores, "a", tallies).start();
        live = node.statements(HOUR, () -> Instant.ofEpochSecond(seconds.get()));
    }

    @AfterEach
    void close() {
        node.close();
        stores.close();
    }

    /** But for that of the first filling. */
    private List<Statement> stated() {
        return statements().all().stream().filter(it -> it.position() >= 0).toList();
    }

    private Statements statements() {
        return node.generations().statements();
    }

    private void later(Duration time) {
        seconds.addAndGet(time.toSeconds());
        live.step();
    }

    @Test
    void whatServesIsStatedAtOnceAndHourlyAsItStands() {
        live.step();

        long before = stored();
        Statement first = stated().getFirst();
        assertThat(first.position()).isEqualTo(stores.history().head());
        assertThat(first.hash()).isEqualTo(node.hash(tallies));
        assertThat(first.documents()).isEqualTo(node.documents(tallies).size());

        stores.appendRandom(20, 50, 2);
        node.awaitHead();
        later(Duration.ofMinutes(59));
        assertThat(stored()).isEqualTo(before);
        later(Duration.ofMinutes(1));
        assertThat(stored()).isEqualTo(before + 1);
        assertThat(stated().getFirst().position()).isEqualTo(stores.history().head());
        assertThat(stated().getFirst().hash()).isEqualTo(node.hash(tallies));
    }

    private long stored() {
        return stated().size();
    }

    /** A signed statement isn't made anew as long as nothing happens. */
    @Test
    void whatIsStatedAlreadyStays() {
        live.step();
        statements().sign(stated().getFirst(), "signed");

        later(HOUR);

        assertThat(stated().getFirst().note()).isEqualTo("signed");
    }

    @Test
    void whatNeverStandsStillIsVerifiedInstead() throws InterruptedException {
        AtomicBoolean flowing = new AtomicBoolean(true);
        Thread flow = Thread.ofPlatform().start(() -> {
            for (long seed = 100; flowing.get(); seed++) {
                stores.appendRandom(5, 50, seed);
            }
        });
        try {
            long before = stored();
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        live.step();
                        return stored() > before;
                    });
        } finally {
            flowing.set(false);
            flow.join();
        }
    }

    @Test
    void oldStatementsAreThinnedOutToOneADay() {
        var generation = node.generations().live(tallies).orElseThrow();
        for (int n = 1; n <= 40; n++) {
            statements().state(generation, 10_000 + n, 1, "%064d".formatted(n));
        }
        long first = statements().all().getLast().position();

        statements().thinOut(generation);

        assertThat(statements().all()).hasSizeBetween(25, 27).anyMatch(it -> it.position() == first);
        assertThat(statements().all().getFirst().position()).isEqualTo(10_040);
    }
}
