package io.jiayou.readmodel.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jiayou.http.ProblemException;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.PastRecord.State;
import io.jiayou.readmodel.rebuild.RebuildReport.Phase;
import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import io.jiayou.rules.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PastsTest {

    private static final int EVENTS = 3_000;

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private final Tallies others = new Tallies("other-tallies");
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Node node;

    @BeforeEach
    void start() {
        stores.appendHistory(EVENTS, 400, 1);
        node = node().start();
    }

    @AfterEach
    void close() {
        goOn.countDown();
        node.close();
        stores.close();
    }

    private Node node() {
        return new Node(stores, "a", tallies, others);
    }

    private Documents<Tally> documents(PastReport past) {
        return node.pasts().documents(node.pasts().ready(past.name()), tallies).orElseThrow();
    }

    /** Everything in the read store that belongs to some generation, by what it's called. */
    private Set<String> kept() {
        Set<String> kept = new TreeSet<>();
        for (String collection : stores.database().listCollectionNames()) {
            if (collection.contains("tallies_")) {
                kept.add(collection);
            }
        }
        records("tokens").forEach(token -> kept.add("token of " + token.getString("processor")));
        records("statements").forEach(one -> kept.add("statement of " + one.getString("_id")));
        records("pasts").forEach(past -> kept.add("past " + past.getString("_id")));
        return kept;
    }

    private Collection<Document> records(String collection) {
        return stores.database().getCollection(collection).find().into(new ArrayList<>());
    }

    private static void expect(Problem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, thrown -> assertThat(thrown.problem())
                .isEqualTo(problem));
    }

    @Test
    void holdsWhatTheFirstEventsMade() throws InterruptedException {
        PastReport past = node.past("then", 1_234);

        assertThat(past.state()).isEqualTo(State.READY);
        try (FoldInMemory<Tally> fold =
                new FoldInMemory<>(tallies, stores.history(), stores.history().head(), id -> true, read -> {})) {
            fold.goOnTo(1_234);
            assertThat(documents(past).inOrder()).containsExactlyElementsOf(fold.inOrder());
        }
        assertThat(past.models())
                .allSatisfy(share -> assertThat(share.hash()).isEqualTo(CanonicalHash.of(documents(past))));
    }

    @Test
    void equalsASystemThatWasStoppedThen() throws InterruptedException {
        long then = stores.history().head();
        String liveThen = node.hash(tallies);
        stores.appendRandom(300, 500, 7);
        node.awaitHead();

        PastReport past = node.past("then", then);

        assertThat(past.models().getFirst().hash()).isEqualTo(liveThen).isNotEqualTo(node.hash(tallies));
    }

    @Test
    void standsStillWhileEventsFlow() throws InterruptedException {
        PastReport past = node.past("then", 2_000);
        stores.appendRandom(200, 400, 5);
        node.awaitHead();

        assertThat(CanonicalHash.of(documents(past)))
                .isEqualTo(past.models().getFirst().hash());
    }

    @Test
    void mayBeBeforeTheFirstEvent() throws InterruptedException {
        PastReport past = node.past("nothing", -1);

        assertThat(past.state()).isEqualTo(State.READY);
        assertThat(past.models())
                .allSatisfy(share -> assertThat(share.documents()).isZero());
    }

    @Test
    void comparesWithAnotherPastAndWithWhatIsLive() throws InterruptedException {
        node.past("then", 1_000);
        node.past("same", 1_000);
        node.past("later", 1_500);

        assertThat(node.pasts().differences("then", "same")).allMatch(ModelDifferences::equal);
        ModelDifferences later = node.pasts().differences("then", "later").getFirst();
        assertThat(later.equal()).isFalse();
        assertThat(later.onlyHere()).isZero();
        assertThat(later.here() + later.onlyThere()).isEqualTo(later.there());
        assertThat(later.first()).hasSize(10).isSorted();
        assertThat(later.different()).isPositive();
        ModelDifferences live = node.pasts().differences("then", null).getFirst();
        assertThat(live.thereHash()).isEqualTo(node.hash(tallies));
    }

    @Test
    void becomesLiveAndGoesOn() throws InterruptedException {
        String live = node.hash(tallies);
        PastReport past = node.past("then", 1_000);

        node.rebuilds().switchTo(node.pasts().switchable("then"), tallies);
        RebuildReport report = node.awaitEnd(tallies);

        assertThat(report.error()).isNull();
        assertThat(report.phase()).isEqualTo(Phase.DONE);
        assertThat(node.generations().live(tallies).orElseThrow())
                .isEqualTo(past.models().getFirst().asGeneration());
        assertThat(node.hash(tallies)).isEqualTo(live);
        stores.appendRandom(50, 400, 9);
        node.awaitHead();
        assertThat(Objects.requireNonNull(node.verify(tallies).differences()).none())
                .isTrue();
        assertThat(node.pasts().report("then").models()).hasSize(1);
        assertThat(node.generations().lineage(tallies).orElseThrow().previous())
                .isEqualTo(new Generation("tallies", 1));
    }

    @Nested
    class IsRefused {

        @Test
        void underANameThatIsTaken() throws InterruptedException {
            node.past("then", 10);

            expect(Problem.PAST_EXISTS, () -> node.past("then", 11));
        }

        @Test
        void whenThereAreTooMany() throws InterruptedException {
            for (int n = 0; n < Pasts.MOST; n++) {
                node.past("past-" + n, n);
            }

            expect(Problem.TOO_MANY_PASTS, () -> node.past("another", 11));
        }

        @Test
        void toWhoeverAsksForWhatIsNotThere() {
            expect(Problem.PAST_UNKNOWN, () -> node.pasts().ready("nothing"));
            expect(Problem.PAST_UNKNOWN, () -> node.pasts().drop("nothing"));
        }
    }

    @Nested
    class LeavesNothingBehind {

        private Set<String> before;

        @BeforeEach
        void remember() {
            before = kept();
            assertThat(before).isNotEmpty();
        }

        @Test
        void whenDeleted() throws InterruptedException {
            node.past("then", 1_000);
            assertThat(kept()).contains("past then", "tallies_2", "statement of tallies_2@1000");

            node.pasts().drop("then");

            assertThat(kept()).isEqualTo(before);
        }

        @Test
        void whenExpired() throws InterruptedException {
            node.past("then", 1_000);
            change("then", new Document("keepUntil", Date.from(Instant.now().minusSeconds(1))));

            node.pasts().tend();

            assertThat(kept()).isEqualTo(before);
        }

        @Test
        void whenItFails() throws InterruptedException {
            tallies.poison(700);

            PastReport past = node.past("then", 1_000);

            assertThat(past.state()).isEqualTo(State.FAILED);
            assertThat(past.error()).contains("folded event 700");
            await().atMost(Node.PATIENCE).until(() -> kept().size() == before.size() + 1);
            expect(Problem.PAST_NOT_READY, () -> node.pasts().ready("then"));
            node.pasts().drop("then");
            assertThat(kept()).isEqualTo(before);
        }

        @Test
        void whenDeletedInTheMiddle() throws InterruptedException {
            beginAndHold();

            node.pasts().drop("then");
            goOn.countDown();

            await().atMost(Node.PATIENCE).until(() -> kept().equals(before));
            node.pasts().tend();
            assertThat(kept()).isEqualTo(before);
        }

        @Test
        void whenTheProcessEndsInTheMiddle() throws InterruptedException {
            beginAndHold();
            node.close();
            goOn.countDown();

            node = node().start();

            assertThat(node.pasts().report("then").state()).isEqualTo(State.FAILED);
            node.pasts().drop("then");
            assertThat(kept()).isEqualTo(before);
        }

        @Test
        void whenItsNodeDies() throws InterruptedException {
            node.past("then", 1_000);
            change(
                    "then",
                    new Document("state", "BUILDING")
                            .append("node", "b")
                            .append("claimedUntil", Date.from(Instant.now().minusSeconds(1))));

            node.pasts().tend();

            assertThat(node.pasts().report("then").state()).isEqualTo(State.FAILED);
            node.pasts().drop("then");
            assertThat(kept()).isEqualTo(before);
        }

        @Test
        void whenARestoredReadStoreLacksDocuments() throws InterruptedException {
            PastReport past = node.past("then", 1_000);
            documents(past).collection().deleteOne(new Document("_id", "all"));
            node.close();

            node = node().start();

            assertThat(node.pasts().report("then").state()).isEqualTo(State.FAILED);
            node.pasts().drop("then");
            assertThat(kept()).isEqualTo(before);
        }

        @Test
        void whenOnlyATokenOrAStatementIsLeft() {
            Generation gone = new Generation("tallies", 77);
            node.generations().positions().put(gone, 5, null);
            node.generations().statements().state(gone, 5, 1, "hash");

            node.pasts().tend();

            assertThat(kept()).isEqualTo(before);
        }

        private void beginAndHold() throws InterruptedException {
            CountDownLatch folding = new CountDownLatch(1);
            tallies.onFold(event -> {
                folding.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            node.pasts().start(PastOrder.of("then", "2000", 2_000, Instant.EPOCH, List.of(tallies, others)));
            folding.await();
            assertThat(kept()).contains("past then", "tallies_2");
            tallies.onFold(event -> {});
        }

        private void change(String name, Document fields) {
            stores.database().getCollection("pasts").updateOne(new Document("_id", name), new Document("$set", fields));
        }
    }

    /** Whoever only asks takes no place from those who make pasts, and their own places never run out. */
    @Test
    void thoseOfQueriesHavePlacesOfTheirOwnAndTheOldestMakesRoom() {
        for (int n = 0; n < Pasts.MOST_BY_QUERIES + 2; n++) {
            node.pasts().start(order("query-" + n, n).madeByQuery());
        }

        assertThat(node.pasts().all())
                .extracting(PastReport::name)
                .containsExactly("query-2", "query-3", "query-4", "query-5", "query-6");
        for (int n = 0; n < Pasts.MOST; n++) {
            node.pasts().start(order("named-%02d".formatted(n), n));
        }
        expect(Problem.TOO_MANY_PASTS, () -> node.pasts().start(order("one-more", 1)));
        node.pasts().start(order("query-7", 7).madeByQuery());
        assertThat(node.pasts().all())
                .hasSize(Pasts.MOST + Pasts.MOST_BY_QUERIES)
                .extracting(PastReport::name)
                .doesNotContain("query-2");
    }

    private PastOrder order(String name, long position) {
        return PastOrder.of(name, Long.toString(position), position, Instant.EPOCH, List.of(tallies));
    }

    @Test
    void survivesARestart() throws InterruptedException {
        PastReport past = node.past("then", 1_000);
        node.close();

        node = node().start();

        assertThat(node.pasts().report("then")).isEqualTo(past);
        assertThat(CanonicalHash.of(documents(past)))
                .isEqualTo(past.models().getFirst().hash());
    }

    @Test
    void letsARebuildGoOnBesideIt() throws InterruptedException {
        PastReport past = node.past("then", 1_000);

        assertThat(node.rebuild(tallies).phase()).isEqualTo(Phase.DONE);
        assertThat(node.rebuild(tallies).phase()).isEqualTo(Phase.DONE);

        assertThat(CanonicalHash.of(documents(past)))
                .isEqualTo(past.models().getFirst().hash());
    }
}
