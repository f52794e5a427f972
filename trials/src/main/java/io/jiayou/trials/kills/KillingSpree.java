package io.jiayou.trials.kills;

import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One data directory, started and killed again and again. */
final class KillingSpree implements AutoCloseable {

    private static final int CROWD = 48;
    private static final String OFTEN = "--jiayou.checkpoint-every=1s";
    private static final Duration LONGEST_LOAD = Duration.ofSeconds(2);
    private static final Duration A_CHECKPOINT = Duration.ofSeconds(5);
    private static final Duration A_REBUILD = Duration.ofMillis(500);

    private final LoadedSystem system;

    KillingSpree(Path data) {
        system = new LoadedSystem(data, CROWD, Map.of(), List.of(OFTEN));
    }

    LoadedSystem system() {
        return system;
    }

    /** Starts it if it doesn't run, looks at what the last kill left, and kills it once more. */
    void kill(Moment moment) throws IOException, InterruptedException {
        String step = moment.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (moment == Moment.STARTING) {
            system.killWhileStarting(step);
        } else {
            system.kill(step, server -> {
                Thread.sleep(system.upTo(LONGEST_LOAD));
                await(moment, server);
            });
        }
    }

    private void await(Moment moment, Server server) throws IOException, InterruptedException {
        if (moment == Moment.WRITING_A_CHECKPOINT) {
            long deadline = System.nanoTime() + A_CHECKPOINT.toNanos();
            while (!isWritingACheckpoint() && System.nanoTime() < deadline) {
                Thread.sleep(1);
            }
        } else if (moment == Moment.REBUILDING) {
            server.client().send("POST", "/actuator/readmodels/all/rebuild", null);
            Thread.sleep(system.upTo(A_REBUILD));
        }
    }

    private boolean isWritingACheckpoint() {
        return Files.exists(system.data().resolve("read-models.checkpoint.unfinished"));
    }

    @Override
    public void close() {
        system.close();
    }
}
