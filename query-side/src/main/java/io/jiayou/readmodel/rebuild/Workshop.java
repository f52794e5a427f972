package io.jiayou.readmodel.rebuild;

import io.jiayou.periodic.Schedule;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.projection.Positions;
import io.jiayou.readmodel.projection.Processors;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What rebuilding works with.
 *
 * @param documentsInMemory how many documents a rebuild may keep in memory, all its read models together
 * @param inHand generations that are worked on here though they aren't live
 */
public record Workshop(
        Catalogue models,
        History history,
        Generations generations,
        Processors processors,
        Positions positions,
        Clock clock,
        int documentsInMemory,
        Schedule schedule,
        Set<Generation> inHand) {

    private static final Duration CATCH_UP = Duration.ofMinutes(2);

    public Workshop(
            Catalogue models,
            History history,
            Generations generations,
            Processors processors,
            Positions positions,
            Clock clock,
            int documentsInMemory,
            Schedule schedule) {
        this(
                models,
                history,
                generations,
                processors,
                positions,
                clock,
                documentsInMemory,
                schedule,
                ConcurrentHashMap.newKeySet());
    }

    boolean isInHand(Generation generation) {
        return inHand.contains(generation);
    }

    /**
     * Waits until a generation has seen whatever another one has: queries that move from one to the other never see
     * less than before.
     *
     * @throws IllegalStateException if it takes longer than two minutes
     */
    void catchUp(Generation behind, Generation ahead) throws InterruptedException {
        long deadline = System.nanoTime() + CATCH_UP.toNanos();
        while (positions.of(behind) < positions.of(ahead)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%s doesn't catch up with %s".formatted(behind.name(), ahead.name()));
            }
            Thread.sleep(1);
        }
    }

    /** Drops a generation that was being built here and has failed. */
    void discard(Generation generation) {
        inHand.remove(generation);
        processors.stop(generation).join();
        processors.forget(generation);
        generations.lineages().abandonBuild(generation);
        generations.drop(generation);
    }
}
