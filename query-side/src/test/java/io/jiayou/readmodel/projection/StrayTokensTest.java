package io.jiayou.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The event store was restored to an earlier moment, and the read store wasn't. */
class StrayTokensTest {

    /** More with {@code -Djiayou.mismatches=…}. */
    private static final int TIMES = Integer.getInteger("jiayou.mismatches", 6);

    private static final int EVENTS = 60;

    private final Tallies tallies = new Tallies("tallies");

    @Test
    void noTokenThatIsAheadOfTheStoreHidesNewEvents() throws InterruptedException {
        for (int seed = 0; seed < TIMES; seed++) {
            mismatched(seed, new Random(seed).nextInt(EVENTS), 0);
        }
    }

    @Test
    void noTokenOnAnEventOfALostHistoryIsGoneOnFrom() throws InterruptedException {
        for (int seed = 0; seed < TIMES; seed++) {
            Random random = new Random(seed);
            int kept = random.nextInt(EVENTS);
            mismatched(seed, kept, EVENTS - kept + random.nextInt(EVENTS));
        }
    }

    @Test
    void aTokenOfThisStoreIsGoneOnFrom() throws InterruptedException {
        try (Stores store = new Stores()) {
            store.appendHistory(EVENTS, 20, 1);
            try (Node before = new Node(store, "a", tallies).start()) {
                store.appendRandom(3, 20, 2);
                before.awaitHead();
            }
            try (Node after = new Node(store, "a", tallies).start()) {
                assertThat(after.generations().live(tallies).orElseThrow().number())
                        .isOne();
            }
        }
    }

    /**
     * @param kept how many of the events the store still has
     * @param others how many were recorded since that the documents don't know
     */
    private void mismatched(int seed, int kept, int others) throws InterruptedException {
        try (Stores lost = new Stores();
                Stores restored = new Stores()) {
            lost.appendHistory(EVENTS, 20, seed);
            try (Node before = new Node(lost, "a", tallies).start()) {
                before.awaitHead();
            }
            lost.restoreTo(restored, kept);
            lost.copyDocumentsTo(restored);
            for (int n = 0; n < others; n++) {
                restored.append("other-" + n, Stores.randomEvent("other-" + n, new Random(n)));
            }
            try (Node after = new Node(restored, "a", tallies)) {
                after.upkeep().start();
                restored.append("new", Stores.randomEvent("new", new Random(seed)));
                after.awaitHead();
                after.upkeep().tend();
                after.awaitHead();

                assertThat(Objects.requireNonNull(after.verify(tallies).differences())
                                .none())
                        .as("seed %s, %s kept, %s others", seed, kept, others)
                        .isTrue();
                assertThat(after.generations().live(tallies).orElseThrow().number())
                        .isGreaterThan(1);
            }
        }
    }
}
