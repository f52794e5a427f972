package io.jiayou.readmodel.rebuild;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final int FEW_DOCUMENTS_IN_MEMORY = 150;

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private Node node;

    @BeforeEach
    void start() {
        stores.appendHistory(3_000, 400, 1);
        node = new Node(stores, "a", Duration.ofSeconds(10), FEW_DOCUMENTS_IN_MEMORY, tokens -> tokens, tallies)
                .start();
    }

    @AfterEach
    void close() {
        node.close();
        stores.close();
    }

    @Test
    void confirmsDocumentsByTheSameHashThatTheyHave() {
        Differences found = verified();

        assertThat(found.none()).isTrue();
        assertThat(found.documents()).isEqualTo(401);
        assertThat(found.hash()).isEqualTo(node.hash(tallies));
    }

    @Test
    void isExactWhileEventsFlow() throws InterruptedException {
        AtomicBoolean flowing = new AtomicBoolean(true);
        Thread flow = Thread.ofPlatform().start(() -> {
            for (long seed = 100; flowing.get(); seed++) {
                stores.appendRandom(20, 500, seed);
            }
        });
        try {
            for (int i = 0; i < 5; i++) {
                Differences found = verified();
                assertThat(found.none()).as(found.toString()).isTrue();
            }
        } finally {
            flowing.set(false);
            flow.join();
        }
    }

    @Test
    void namesWhatDiffers() {
        var live = node.live(tallies).collection();
        live.updateOne(eq("_id", "driver-3"), set("name", "somebody else"));
        live.deleteOne(eq("_id", "driver-2"));
        live.insertOne(new io.jiayou.readmodel.testing.Tally(
                "zzz", "", java.util.List.of(), java.util.Map.of(), 0, null, java.time.Instant.EPOCH, 5));
        live.updateOne(eq("_id", "driver-1"), set("position", 4_000_000L));

        Differences found = verified();

        assertThat(found.first()).containsExactly("driver-1", "driver-2", "driver-3", "zzz");
        assertThat(found.different()).isEqualTo(4);
        assertThat(found.none()).isFalse();
    }

    private Differences verified() {
        VerificationReport report = node.verify(tallies);
        assertThat(report.error()).isNull();
        assertThat(report.events()).isGreaterThanOrEqualTo(report.total());
        return Objects.requireNonNull(report.differences());
    }
}
