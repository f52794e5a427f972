package io.jiayou.readmodel.projection;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.Generations;
import java.time.Duration;
import java.util.Optional;

/**
 * What the live generations have seen. The node that does the work is told at once; others look into the tokens, every
 * few milliseconds while somebody waits.
 */
public final class Positions {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final Duration WORK_MAY_MOVE = Duration.ofMillis(100);

    private final Generations generations;
    private final Processors processors;

    public Positions(Generations generations, Processors processors) {
        this.generations = generations;
        this.processors = processors;
    }

    /** The position up to which all events are visible in a model's documents; -1 for none. */
    public long of(ReadModel<?> model) {
        return generations.live(model).map(this::of).orElse(-1L);
    }

    /** The position up to which all events are in a generation's documents; -1 for none. */
    public long of(Generation generation) {
        Progress progress = processors.progress(generation);
        if (!processors.workHere(generation)) {
            progress.advanceTo(generations.positions().of(generation));
        }
        return progress.position();
    }

    /** Who does the work knows them at once; others as of their last look, which may be too early for whoever waited. */
    private void learnStops(Generation live) {
        if (!processors.workHere(live)) {
            generations.stops().read(live);
        }
    }

    /** Waits until a model's documents show everything up to a position; false if that took longer. */
    public boolean await(ReadModel<?> model, long position, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<Generation> live = generations.live(model);
            if (live.isPresent() && of(live.get()) >= position) {
                learnStops(live.get());
                return true;
            }
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) {
                return false;
            }
            if (live.isPresent()) {
                Duration pause = processors.workHere(live.get()) ? WORK_MAY_MOVE : LOOK_AGAIN;
                processors.progress(live.get()).await(position, pause.compareTo(left) < 0 ? pause : left);
            } else {
                Thread.sleep(LOOK_AGAIN);
            }
        }
    }
}
