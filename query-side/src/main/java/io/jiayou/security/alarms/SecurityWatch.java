package io.jiayou.security.alarms;

import io.jiayou.audit.log.Alarms;
import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.history.HistoryReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads along with the events and raises alarms. It begins an hour before its start, so that a restart in the middle of
 * an attack forgets nothing, and raises only for what happened lately. An alarm ends when there was no reason for a while.
 */
final class SecurityWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityWatch.class);
    private static final Duration BACK = Duration.ofHours(1);
    private static final Duration LASTS = Duration.ofMinutes(15);
    private static final int CHUNK = 1_000;

    private final History history;
    private final Alarms alarms;
    private final List<AlarmRule> rules;
    private final Clock clock;
    private final Map<String, Instant> reasons = new HashMap<>();
    private @Nullable Running running;
    private long position = -2;

    SecurityWatch(History history, Alarms alarms, List<AlarmRule> rules, Clock clock) {
        this.history = history;
        this.alarms = alarms;
        this.rules = rules;
        this.clock = clock;
    }

    void start(Schedule schedule, Duration every) {
        running = schedule.begin(new Task("security-watch", Due.every(every), this::step));
    }

    /** Whatever goes wrong, it's tried again from where it was. */
    private void step() throws InterruptedException {
        read();
        endOldOnes();
    }

    private void read() throws InterruptedException {
        if (position < -1) {
            position = history.lastBefore(clock.instant().minus(BACK));
        }
        long head = history.head();
        if (position >= head) {
            return;
        }
        try (HistoryReader reader = new HistoryReader(history, position)) {
            while (position < head) {
                for (RecordedEvent event : reader.next(head, CHUNK)) {
                    look(event);
                    position = event.position();
                }
            }
        }
    }

    void look(RecordedEvent event) {
        for (AlarmRule rule : rules) {
            if (rule.isReason(event) && isRecent(event.recordedAt())) {
                if (reasons.put(rule.alarm(), event.recordedAt()) == null) {
                    LOG.warn("Alarm {}: {}", rule.alarm(), rule.detail());
                }
                alarms.raise(rule.alarm(), rule.detail());
            }
        }
    }

    void endOldOnes() {
        reasons.entrySet().removeIf(reason -> {
            boolean over = !isRecent(reason.getValue());
            if (over) {
                alarms.clear(reason.getKey());
            }
            return over;
        });
    }

    private boolean isRecent(Instant at) {
        return at.isAfter(clock.instant().minus(LASTS));
    }

    @Override
    public void close() {
        if (running != null) {
            running.end(Duration.ZERO);
        }
    }
}
