package io.jiayou.readmodel.projection;

import io.jiayou.readmodel.RecordedEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What a read model's processor did on this node. */
final class FoldMetrics {

    /** A histogram's default has seventy steps, of which every read model would have all. */
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(30)
    };

    private final Clock clock;
    private final Counter events;
    private final Counter documents;
    private final DistributionSummary batches;
    private final Timer writing;
    private final Timer age;

    FoldMetrics(MeterRegistry registry, String model, Clock clock) {
        this.clock = clock;
        this.events = Counter.builder("jiayou.readmodel.folded.events")
                .description("Events that passed the read model")
                .tag("model", model)
                .register(registry);
        this.documents = Counter.builder("jiayou.readmodel.written.documents")
                .description("Documents written by live batches")
                .tag("model", model)
                .register(registry);
        this.batches = DistributionSummary.builder("jiayou.readmodel.batch.events")
                .description("Events per batch: one while idle, many while catching up")
                .tag("model", model)
                .register(registry);
        this.writing = Timer.builder("jiayou.readmodel.write")
                .description("Writing one batch's documents")
                .tag("model", model)
                .register(registry);
        this.age = Timer.builder("jiayou.readmodel.visible")
                .description("From recording a batch's oldest event to its being visible")
                .tag("model", model)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    void timeWriting(Runnable write) {
        writing.record(write);
    }

    void folded(List<RecordedEvent> batch, int changed) {
        events.increment(batch.size());
        documents.increment(changed);
        batches.record(batch.size());
        if (changed > 0) {
            Duration since = Duration.between(batch.getFirst().recordedAt(), clock.instant());
            age.record(since.isNegative() ? Duration.ZERO : since);
        }
    }
}
