package io.jiayou.backup;

import io.jiayou.archive.backup.KeepRules;
import io.jiayou.archive.backup.PrunePlan;
import io.jiayou.archive.backup.Pruning;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.verify.Trust;
import io.jiayou.audit.log.AlarmKind;
import io.jiayou.audit.log.AlarmName;
import io.jiayou.audit.log.Alarms;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.backup.BackupSettings.Prune;
import io.jiayou.periodic.EvenDays;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes, after the nightly full backup, those that no rule keeps, if it is told to. Says before what will go. */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** In the archive's note and in the event: nobody but the schedule. */
    private static final String BY = "system";

    private static final KeepRules ALL_SETS = new KeepRules(Integer.MAX_VALUE, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Archives archives;
    private final AuditLog audit;
    private final Alarms alarms;
    private final @Nullable Prune prune;
    private final KeepRules rules;
    private final EvenDays days;
    private final InstantSource clock;

    /** @param prune null for never */
    Retention(
            Archives archives,
            AuditLog audit,
            Alarms alarms,
            @Nullable Prune prune,
            KeepRules rules,
            EvenDays days,
            InstantSource clock) {
        this.archives = archives;
        this.audit = audit;
        this.alarms = alarms;
        this.prune = prune;
        this.rules = rules;
        this.days = days;
        this.clock = clock;
    }

    /** Has its turn on each target; one that fails holds up no other. */
    void run() {
        if (prune == null) {
            return;
        }
        for (Target target : archives.targets()) {
            AlarmName alarm = AlarmKind.PRUNE.of(target.name());
            try {
                run(target, prune);
                alarms.clear(alarm);
            } catch (IOException | RuntimeException e) {
                alarms.raise(alarm, String.valueOf(e.getMessage()));
                LOG.error("Nothing more is pruned on {}: {}", target.name(), e.toString());
            }
        }
    }

    /** Deletes keys of persons whose time with a full backup is over, whatever becomes of full backups. */
    void expireKeys() {
        if (!days.goOn()) {
            LOG.info("No old keys of persons are deleted tonight: the clock has to be seen to go on evenly first");
            return;
        }
        for (Target target : archives.targets()) {
            AlarmName alarm = AlarmKind.OLD_KEYS.of(target.name());
            try {
                Instant now = clock.instant();
                Pruning pruning = pruning(target);
                pruning.execute(
                        pruning.plan(ALL_SETS, now), now, (name, file) -> LOG.info("Deleted {} on {}", file, name));
                alarms.clear(alarm);
            } catch (IOException | RuntimeException e) {
                alarms.raise(alarm, String.valueOf(e.getMessage()));
                LOG.error("Old keys of persons can't be deleted from {}: {}", target.name(), e.toString());
            }
        }
    }

    private Pruning pruning(Target target) {
        SigningKey key = archives.signing();
        return new Pruning(target, new Trust(key.signers(), audit.trustedEver()), key.signer(), BY);
    }

    private void run(Target target, Prune how) throws IOException {
        Pruning pruning = pruning(target);
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
