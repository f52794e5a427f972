package io.jiayou.backup;

import io.jiayou.archive.backup.KeepRules;
import io.jiayou.archive.backup.PrunePlan;
import io.jiayou.archive.backup.Pruning;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.verify.Trust;
import io.jiayou.audit.log.Alarms;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.backup.BackupSettings.Prune;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes, after the nightly full backup, those that no rule keeps, if it is told to. Says before what will go. */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** In the archive's note and in the event: nobody but the schedule. */
    private static final String BY = "system";

    private final Archives archives;
    private final AuditLog audit;
    private final Alarms alarms;
    private final @Nullable Prune prune;
    private final KeepRules rules;
    private final InstantSource clock;

    /** @param prune null for never */
    Retention(
            Archives archives,
            AuditLog audit,
            Alarms alarms,
            @Nullable Prune prune,
            KeepRules rules,
            InstantSource clock) {
        this.archives = archives;
        this.audit = audit;
        this.alarms = alarms;
        this.prune = prune;
        this.rules = rules;
        this.clock = clock;
    }

    /** Has its turn on each target; one that fails holds up no other. */
    void run() {
        if (prune == null) {
            return;
        }
        for (Target target : archives.targets()) {
            String alarm = "prune " + target.name();
            try {
                run(target, prune);
                alarms.clear(alarm);
            } catch (IOException | RuntimeException e) {
                alarms.raise(alarm, String.valueOf(e.getMessage()));
                LOG.error("Nothing more is pruned on {}: {}", target.name(), e.toString());
            }
        }
    }

    private void run(Target target, Prune how) throws IOException {
        SigningKey key = archives.signing();
        Pruning pruning = new Pruning(target, new Trust(key.signers(), audit.trustedEver()), key.signer(), BY);
        Instant now = clock.instant();
        PrunePlan plan = pruning.plan(rules, now);
        for (PrunePlan.Gone set : plan.sets()) {
            LOG.info(
                    "Full backup {} of {} on {} {}: kept by none of {}",
                    set.number(),
                    set.taken(),
                    target.name(),
                    how == Prune.APPLY ? "goes" : "would go",
                    plan.rules());
        }
        if (how == Prune.APPLY) {
            pruning.execute(plan, now, (name, file) -> LOG.info("Deleted {} on {}", file, name));
        }
    }
}
