package io.jiayou.periodic;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done again and again.
 *
 * @param name stable, in metrics, alarms and the schedule's memory: {@code full-backup}
 * @param shared where the nodes note whose turn it is, for what one of them does for all; null for what every node does
 *     for itself
 * @param patience how long it may go without success, besides what its times say; null for twice its pause
 */
public record Task(
        String name,
        Due due,
        @Nullable Memory shared,
        @Nullable Duration patience,
        Work work) {

    /** A shorter silence than this says nothing: a pause of the machine, a store that starts again. */
    private static final Duration SHORTEST_SILENCE = Duration.ofMinutes(1);

    /** What every node does for itself. */
    public Task(String name, Due due, Work work) {
        this(name, due, null, null, work);
    }

    /** The same, done by one of the nodes that share a memory. */
    public Task onceFor(Memory nodes) {
        return new Task(name, due, nodes, patience, work);
    }

    /** The same, with another patience. */
    public Task patient(Duration longer) {
        return new Task(name, due, shared, longer, work);
    }

    /** How long it may go without success if it has pauses. */
    Duration silence() {
        if (patience != null) {
            return patience;
        }
        Duration twice =
                switch (due) {
                    case Due.Every every -> every.pause().multipliedBy(2);
                    case Due.Paced paced -> paced.longest().multipliedBy(2);
                    case Due.At at -> Duration.ZERO;
                };
        return twice.compareTo(SHORTEST_SILENCE) < 0 ? SHORTEST_SILENCE : twice;
    }
}
