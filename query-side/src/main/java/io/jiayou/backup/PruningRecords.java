package io.jiayou.backup;

import io.jiayou.archive.manifest.PrunedSet;
import io.jiayou.archive.target.Target;
import io.jiayou.audit.log.AlarmKind;
import io.jiayou.audit.log.Alarms;
import io.jiayou.commandcalls.CommandCalls;
import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sees to it that every set that was pruned becomes an event: also those that {@code ./jiayou backup prune} deleted while
 * nothing ran. The query side decides nothing and stores no event; it tells the command side what the archive's note says.
 */
final class PruningRecords implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PruningRecords.class);
    private static final AlarmKind ALARM = AlarmKind.PRUNING_RECORDS;
    /** What isn't recorded by then is recorded after the next start. */
    private static final Duration UNWINDING = Duration.ofSeconds(2);

    private static final Due LOOK = Due.every(Duration.ofSeconds(20)).first(Duration.ofSeconds(3));

    private final Archives archives;
    private final PrunedSets sets;
    private final CommandCalls commands;
    private final Alarms alarms;
    private final Schedule schedule;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final List<Running> running = new CopyOnWriteArrayList<>();

    /** @param commands without a command side, what was pruned waits */
    PruningRecords(Archives archives, Path directory, CommandCalls commands, Alarms alarms, Schedule schedule) {
        this.archives = archives;
        this.commands = commands;
        this.alarms = alarms;
        this.schedule = schedule;
        try {
            this.sets = PrunedSets.in(directory, archives.signing().signers());
        } catch (IOException e) {
            throw new UncheckedIOException("the archive's directory " + directory + " can't be used", e);
        }
    }

    /** Each target for itself: one that hangs holds up no other. */
    @Override
    public void start() {
        for (Target target : archives.targets()) {
            running.add(schedule.begin(new Task("pruning-records-" + target.name(), LOOK, () -> look(target))));
        }
    }

    void look(Target target) throws IOException {
        try {
            sets.tell(target, this::record);
            failures.remove(target.name());
            if (failures.isEmpty()) {
                alarms.clear(ALARM);
            }
        } catch (IOException | RuntimeException e) {
            // A target or the command side may be away for a moment.
            if (failures.merge(target.name(), 1, Integer::sum) > 1
                    && alarms.raise(ALARM, "what was pruned isn't recorded: " + e.getMessage())) {
                LOG.error("What was pruned isn't recorded: {}", e.toString());
            }
            throw e;
        }
    }

    private void record(PrunedSet set, Target target) throws IOException {
        commands.post("/api/archives/" + set.archive() + "/prunings", body(set, target));
        LOG.info("Recorded that full backup {} on {} was pruned", set.number(), target.name());
    }

    private static Map<String, Object> body(PrunedSet set, Target target) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("set", set.number());
        body.put("setSha256", set.setSha256());
        body.put("target", target.name());
        if (set.rule() != null) {
            body.put("rule", set.rule());
        }
        if (set.by() != null) {
            body.put("by", set.by());
        }
        body.put("at", set.pruned());
        return body;
    }

    @Override
    public void stop() {
        Running.endAll(running, UNWINDING);
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }
}
