package io.jiayou.annulment.watch;

import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether documents stand still, and says so. */
@Component
class StopWatch implements SmartLifecycle {

    private static final Due LOOK = Due.every(Duration.ofSeconds(2)).first(Duration.ofSeconds(2));

    private final StopAlarm alarm;
    private final StopReports reports;
    private final Schedule schedule;
    private volatile @Nullable Running running;

    StopWatch(StopAlarm alarm, StopReports reports, Schedule schedule) {
        this.alarm = alarm;
        this.reports = reports;
        this.schedule = schedule;
    }

    @Override
    public void start() {
        running = schedule.begin(new Task("stop-watch", LOOK, this::look));
    }

    void look() {
        alarm.look();
        reports.tell(alarm.all());
    }

    @Override
    public void stop() {
        Running begun = running;
        running = null;
        if (begun != null) {
            begun.end(Duration.ZERO);
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
