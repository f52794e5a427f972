package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.Lineages;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the claims on generations that are being built. A claim that is lost all the same shows at the switch, which
 * then doesn't take place.
 */
final class ClaimKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClaimKeeper.class);
    private static final long RENEW_SECONDS = 5;

    private final Lineages lineages;
    private final Set<Generation> kept = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rebuild-claims").factory());

    ClaimKeeper(Lineages lineages) {
        this.lineages = lineages;
        timer.scheduleWithFixedDelay(() -> kept.forEach(this::renew), RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
    }

    void keep(Generation generation) {
        kept.add(generation);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void renew(Generation generation) {
        try {
            lineages.extendBuild(generation);
        } catch (Lineages.BuildLostException ended) {
            kept.remove(generation);
        } catch (RuntimeException e) {
            log.warn("The claim on {} can't be renewed: {}", generation.name(), e.toString());
        }
    }
}
