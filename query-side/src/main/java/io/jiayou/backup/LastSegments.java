package io.jiayou.backup;

import io.jiayou.archive.write.Archiver;
import io.jiayou.archive.write.Progress;
import io.jiayou.audit.log.AuditLog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What was recorded up to the end goes to the archives before the process ends, after whatever records events has ended. A target that is
 * away gets it after the next start, and holds nobody up for long.
 */
final class LastSegments implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LastSegments.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Archives archives;
    private final AuditLog log;
    private volatile boolean running;

    LastSegments(Archives archives, AuditLog log) {
        this.archives = archives;
        this.log = log;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Each target for itself: one that hangs takes nothing from the others. */
    @Override
    public void stop() {
        running = false;
        try {
            log.extend();
        } catch (RuntimeException e) {
            LOG.error("The last events have no checkpoint yet, and so aren't archived: {}", e.toString());
        }
        List<Thread> flushing = new ArrayList<>();
        for (Archiver archiver : archives.archivers()) {
            flushing.add(Thread.ofPlatform().daemon().name("last-segments").start(() -> flush(archiver)));
        }
        await(flushing);
        archives.archivers().forEach(archiver -> tell(archiver.progress()));
    }

    private static void flush(Archiver archiver) {
        try {
            archiver.flush();
        } catch (IOException | RuntimeException e) {
            LOG.debug("Not flushed", e);
        }
    }

    private static void await(List<Thread> flushing) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread each : flushing) {
                each.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Progress progress) {
        long missing = log.newest().size() - Math.max(0, progress.events());
        if (missing > 0) {
            LOG.warn(
                    "The archive {} lacks the last {} events until the next start{}",
                    progress.target(),
                    missing,
                    progress.lastError() == null ? "" : ": " + progress.lastError());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // After the web server has drained its requests and the read models have ended; before the stores.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 5120;
    }
}
