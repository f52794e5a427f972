package io.jiayou.readmodel.rebuild;

import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.Lineages;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renews the claims on generations that are being built. A claim that is lost all the same shows at the switch, which
 * then doesn't take place.
 */
final class ClaimKeeper implements AutoCloseable {

    private static final Due OFTEN_ENOUGH = Due.every(Duration.ofSeconds(5));

    private final Lineages lineages;
    private final Set<Generation> kept = ConcurrentHashMap.newKeySet();
    private final Running renewing;

    ClaimKeeper(Lineages lineages, Schedule schedule) {
        this.lineages = lineages;
        this.renewing = schedule.begin(new Task("rebuild-claims", OFTEN_ENOUGH, () -> kept.forEach(this::renew)));
    }

    void keep(Generation generation) {
        kept.add(generation);
    }

    @Override
    public void close() {
        renewing.finish();
    }

    private void renew(Generation generation) {
        try {
            lineages.extendBuild(generation);
        } catch (Lineages.BuildLostException ended) {
            kept.remove(generation);
        }
    }
}
