package io.jiayou.identity.record;

import io.jiayou.command.Origin;
import io.jiayou.identity.events.IdentityEvent;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes events down after the request was answered, so that how long the answer takes doesn't tell whether there was
 * something to write. In their order, a bounded number at a time: whoever comes when too many wait does the writing. What
 * waits when the process is killed is lost; what was decided isn't, since it's kept before.
 */
@Component
public class LaterJournal {

    private static final Logger LOG = LoggerFactory.getLogger(LaterJournal.class);
    private static final int MOST_WAITING = 1_000;
    private static final int PATIENCE_SECONDS = 10;

    private final IdentityJournal journal;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("later-journal").factory(),
            new ThreadPoolExecutor.CallerRunsPolicy());

    public LaterJournal(IdentityJournal journal) {
        this.journal = journal;
    }

    /** Writes an event down soon, in somebody's name. */
    public void write(IdentityEvent event, String actor, String role) {
        Origin request = Origin.current();
        writer.execute(() -> {
            try {
                request.call(() -> journal.write(event, actor, role, null));
            } catch (Exception e) {
                LOG.warn("What happened to {} couldn't be written down: {}", event.subject(), e.toString());
            }
        });
    }

    @PreDestroy
    void close() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn(
                    "{} events of refused logins weren't written down",
                    writer.getQueue().size());
        }
    }
}
