package io.jiayou.security.alarms;

import io.jiayou.periodic.Schedule;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Lets the watch look again and again, as long as the process serves. */
final class WatchTurns implements SmartLifecycle {

    private final SecurityWatch watch;
    private final Schedule schedule;
    private final Duration every;
    private volatile boolean running;

    WatchTurns(SecurityWatch watch, Schedule schedule, Duration every) {
        this.watch = watch;
        this.schedule = schedule;
        this.every = every;
    }

    @Override
    public void start() {
        watch.start(schedule, every);
        running = true;
    }

    @Override
    public void stop() {
        watch.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
