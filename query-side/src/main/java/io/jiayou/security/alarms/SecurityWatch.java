package io.jiayou.security.alarms;

import io.jiayou.audit.log.AlarmKind;
import io.jiayou.audit.log.Alarms;
import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.history.HistoryReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads along with the events and raises alarms. It begins an hour before its start, so that a restart in the middle of
 * an attack forgets nothing. What it reads right after it was written is of now, whatever clocks say, and tells how far
 * they are apart; of older events only those raise that were recorded lately. An alarm ends when there was no reason for a
 * while.
 */
final class SecurityWatch implements AutoCloseable {

    /** The alarm of clocks. */
    static final AlarmKind CLOCKS = AlarmKind.CLOCKS_EVENTS;

    private static final Logger LOG = LoggerFactory.getLogger(SecurityWatch.class);
    private static final Duration BACK = Duration.ofHours(1);
    private static final Duration LASTS = Duration.ofMinutes(15);
    /** What is read so soon after the last time that nothing was left to read was written in between. */
    private static final Duration AT_ONCE = Duration.ofSeconds(30);

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final int CHUNK = 1_000;

    private final History history;
    private final Alarms alarms;
    private final List<AlarmRule> rules;
    private final InstantSource clock;
    private final InstantSource steady;
    private final Map<AlarmKind, Instant> reasons = new HashMap<>();
    private @Nullable Instant upToDate;
    private @Nullable Running running;
    private long position = -2;

    /** @param steady goes on evenly, whatever the clock is set to */
    SecurityWatch(History history, Alarms alarms, List<AlarmRule> rules, InstantSource clock, InstantSource steady) {
        this.history = history;
        this.alarms = alarms;
        this.rules = rules;
        this.clock = clock;
        this.steady = steady;
    }

    void start(Schedule schedule, Duration every) {
        running = schedule.begin(new Task("security-watch", Due.every(every), this::step));
    }

    /** Whatever goes wrong, it's tried again from where it was. */
    void step() throws InterruptedException {
        read();
        endOldOnes();
    }

    private void read() throws InterruptedException {
        if (position < -1) {
            position = history.lastBefore(clock.instant().minus(BACK));
        }
        boolean fresh = upToDate != null && steady.instant().isBefore(upToDate.plus(AT_ONCE));
        long head = history.head();
        if (position < head) {
            try (HistoryReader reader = new HistoryReader(history, position)) {
                while (position < head) {
                    for (RecordedEvent event : reader.next(head, CHUNK)) {
                        look(event, fresh);
                        position = event.position();
                    }
                }
            }
        }
        upToDate = steady.instant();
    }

    private void look(RecordedEvent event, boolean fresh) {
        Duration away = Duration.between(event.recordedAt(), clock.instant()).abs();
        if (fresh && away.compareTo(CLOCKS_APART) >= 0) {
            raise(CLOCKS, "events are recorded by a clock that is 5 minutes or more away from this node's");
        }
        for (AlarmRule rule : rules) {
            if (isReason(rule, event) && (fresh || away.compareTo(LASTS) < 0)) {
                raise(rule.alarm(), rule.detail());
            }
        }
    }

    /** An event that a rule can't judge is no reason, and none to judge no others. */
    private static boolean isReason(AlarmRule rule, RecordedEvent event) {
        try {
            return rule.isReason(event);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} can't judge the event at position {}: {}", rule.alarm().code(), event.position(), e.toString());
            return false;
        }
    }

    private void raise(AlarmKind alarm, String detail) {
        if (reasons.put(alarm, steady.instant()) == null) {
            LOG.warn("Alarm {}: {}", alarm.code(), detail);
        }
        alarms.raise(alarm, detail);
    }

    private void endOldOnes() {
        Instant now = steady.instant();
        reasons.entrySet().removeIf(reason -> {
            boolean over = !reason.getValue().isAfter(now.minus(LASTS));
            if (over) {
                alarms.clear(reason.getKey());
            }
            return over;
        });
    }

    @Override
    public void close() {
        Running ending = running;
        running = null;
        if (ending != null) {
            ending.end(Duration.ZERO);
        }
    }
}
