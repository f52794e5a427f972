package io.jiayou.readmodel.projection;

import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.documents.Lineage;
import io.jiayou.readmodel.history.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps this node's processors in line with the generations in the store: at its {@link Pace}, and twice a second while
 * anything is in motion, it looks which are live, takes part in the work on them, and ends its work on those that aren't
 * live any more.
 */
public final class Upkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration IN_MOTION = Duration.ofMillis(500);
    private static final Duration AT_REST = Duration.ofSeconds(1);

    /** Looks: twice in a row every so many. */
    private static final int CHECK_DESCENT_EVERY = 10;

    /** Other nodes may serve from a generation that long after a switch. */
    private static final Duration SERVED_ELSEWHERE = Duration.ofSeconds(3);

    private final Catalogue models;
    private final Generations generations;
    private final Processors processors;
    private final Filling filling;
    private final Descent descent;
    private final Set<Generation> suspects = new HashSet<>();
    private int looks;
    private long lookedNanos;
    /** By {@link System#nanoTime()}. */
    private final Map<Generation, Long> surplusSince = new HashMap<>();

    private final Pace pace;
    private final Schedule schedule;
    private volatile Duration pause = IN_MOTION;
    private volatile @Nullable Running running;

    public Upkeep(
            Catalogue models,
            Generations generations,
            Processors processors,
            Filling filling,
            History history,
            Pace pace,
            Schedule schedule) {
        this.models = models;
        this.generations = generations;
        this.processors = processors;
        this.filling = filling;
        this.descent = new Descent(history, generations.positions());
        this.pace = pace;
        this.schedule = schedule;
    }

    @Override
    public void start() {
        generations.abandonOwn();
        generations.dropUnused(models).forEach(dropped -> log.info("Dropped {}, left behind", dropped.name()));
        tend();
        running = schedule.begin(new Task("read-model-upkeep", new Due.Paced(() -> pause, AT_REST), this::turn));
    }

    @Override
    public void stop() {
        Running ending = running;
        running = null;
        if (ending != null) {
            ending.close();
        }
        filling.stop();
        processors.shutDown();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    // After the web server, which drains its requests first; before the stores.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    private synchronized void turn() {
        if (isMoving() || System.nanoTime() - lookedNanos >= pace.look().toNanos()) {
            tend();
        }
        pause = isMoving() ? IN_MOTION : AT_REST;
    }

    /** Whether this node knows that its processors aren't yet, or not any more, those of the live generations. */
    private boolean isMoving() {
        return !suspects.isEmpty()
                || !processors.running().stream().allMatch(this::isLive)
                || !models.all().stream().allMatch(model -> generations
                        .live(model)
                        .filter(processors.running()::contains)
                        .isPresent());
    }

    /** Looks at once instead of at the next turn. */
    public synchronized void tend() {
        lookedNanos = System.nanoTime();
        generations.look();
        if (looks++ % CHECK_DESCENT_EVERY < 2) {
            disownStrays();
        }
        List<ReadModel<?>> unfilled = new ArrayList<>();
        for (ReadModel<?> model : models.all()) {
            generations.live(model).ifPresentOrElse(live -> takePart(model, live), () -> unfilled.add(model));
        }
        endSurplus();
        learnPositions();
        if (!unfilled.isEmpty()) {
            filling.fill(unfilled);
        }
    }

    /** What was folded from other events than the store has is filled again. Seen twice, since a store may just be starting. */
    private void disownStrays() {
        for (ReadModel<?> model : models.all()) {
            generations.live(model).ifPresent(live -> {
                Optional<String> why = contradiction(live);
                if (why.isEmpty()) {
                    suspects.remove(live);
                } else if (!suspects.add(live)) {
                    suspects.remove(live);
                    log.error(
                            "{} isn't folded from this store's events and is filled again: {}", live.name(), why.get());
                    generations.lineages().disown(live);
                }
            });
        }
        generations.look();
    }

    private Optional<String> contradiction(Generation live) {
        try {
            return descent.contradiction(live);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private <V extends View> void takePart(ReadModel<V> model, Generation live) {
        if (!processors.running().contains(live) && !suspects.contains(live)) {
            Documents<V> documents = generations.documents(model, live);
            documents.index(model.indexes());
            processors.start(model, documents);
            log.info("Taking part in the work on {}", live.name());
        }
    }

    private void endSurplus() {
        long now = System.nanoTime();
        for (Generation generation : processors.running()) {
            if (isLive(generation) || filling.needs(generation)) {
                surplusSince.remove(generation);
            } else if (now - surplusSince.computeIfAbsent(generation, any -> now) > SERVED_ELSEWHERE.toNanos()) {
                surplusSince.remove(generation);
                processors.stop(generation).thenRun(() -> processors.forget(generation));
                log.info("Ended the work on {}", generation.name());
            }
        }
    }

    private boolean isLive(Generation generation) {
        return models.named(generation.model())
                .flatMap(generations::live)
                .filter(generation::equals)
                .isPresent();
    }

    private void learnPositions() {
        Map<String, Long> positions = generations.positions().all();
        for (ReadModel<?> model : models.all()) {
            generations.lineage(model).map(Lineage::live).ifPresent(live -> processors
                    .progress(live)
                    .advanceTo(positions.getOrDefault(live.name(), -1L)));
        }
    }
}
