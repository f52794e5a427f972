package io.jiayou.readmodel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.readmodel.LiveUpdates.Subscription;
import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveTailTest {

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private final Node worker = new Node(stores, "worker", tallies);
    private final Node watcher = new Node(stores, "watcher", tallies);
    private final List<Tally> told = new CopyOnWriteArrayList<>();
    private final List<Long> stops = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private LiveTail tail;

    @BeforeEach
    void start() {
        worker.start();
        watcher.start();
        tail = new LiveTail(stores.history(), watcher.positions(), watcher.readModels());
    }

    @AfterEach
    void close() {
        tail.stop();
        watcher.close();
        worker.close();
        stores.close();
    }

    @Test
    void tellsOfADocumentAsItIsAndOfEveryChangeWhicheverNodeFolds() {
        add("沪A12345");
        worker.awaitHead();
        try (Subscription subscription = subscribe()) {
            awaitPosition(0);
            add("沪AD12345");
            awaitPosition(1);
            stores.append("e", new VehicleAdded("e", "沪A12345", Instant.EPOCH));
            add("京B00001");
            awaitPosition(3);
        }
        assertThat(told).extracting(Tally::position).containsExactly(0L, 1L, 3L);
        assertThat(ended).isTrue();
    }

    @Test
    void tellsOfADocumentThatComesIntoBeing() {
        try (Subscription subscription = subscribe()) {
            add("沪A12345");
            awaitPosition(0);
        }
    }

    @Test
    void missesNothingThatHappensWhileItSubscribes() {
        for (int i = 0; i < 30; i++) {
            told.clear();
            add("沪A12345");
            long position = stores.history().head();
            try (Subscription subscription = subscribe()) {
                awaitPosition(position);
            }
        }
    }

    @Test
    void watchesTheStoreOnlyWhileAnybodySubscribes() {
        assertThat(tail.isWatching()).isFalse();
        try (Subscription subscription = subscribe()) {
            assertThat(tail.isWatching()).isTrue();
        }
        await().atMost(Node.PATIENCE).until(() -> !tail.isWatching());
    }

    @Test
    void aConsumerThatThrowsEndsItsOwnSubscriptionOnly() {
        AtomicBoolean otherEnded = new AtomicBoolean();
        try (Subscription subscription = subscribe();
                Subscription broken = tail.subscribe(
                        tallies,
                        "d",
                        view -> {
                            throw new IllegalStateException("gone");
                        },
                        stop -> {},
                        () -> otherEnded.set(true))) {
            add("沪A12345");
            await().atMost(Node.PATIENCE).untilTrue(otherEnded);
            add("沪A12345");
            awaitPosition(1);
        }
    }

    @Test
    void tellsOfAnEventThatTheDocumentCannotTake() {
        add("沪A12345");
        worker.awaitHead();
        tallies.cannotTake(1);
        try (Subscription subscription = subscribe()) {
            awaitPosition(0);
            add("沪AD12345");
            await().atMost(Node.PATIENCE).until(() -> stops.equals(List.of(1L)));
            add("京B00001");
            worker.awaitHead();
        }
        assertThat(told).extracting(Tally::position).containsExactly(0L);
        assertThat(stops).containsExactly(1L);
    }

    @Test
    void stoppingEndsAllSubscriptions() {
        Subscription subscription = subscribe();

        tail.stop();

        await().atMost(Node.PATIENCE).untilTrue(ended);
        subscription.close();
    }

    private Subscription subscribe() {
        return tail.subscribe(tallies, "d", told::add, stops::add, () -> ended.set(true));
    }

    private void add(String plate) {
        stores.append("d", new VehicleAdded("d", plate, Instant.EPOCH));
    }

    private void awaitPosition(long position) {
        await().atMost(Node.PATIENCE)
                .until(() -> !told.isEmpty() && told.getLast().position() == position);
    }
}
