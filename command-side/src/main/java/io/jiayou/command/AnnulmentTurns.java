package io.jiayou.command;

import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets aggregates look once a second whether more of their events are annulled. */
@Component
class AnnulmentTurns implements SmartLifecycle {

    private static final Due TURN = Due.every(Duration.ofSeconds(1)).first(Duration.ofSeconds(1));

    private final Schedule schedule;
    private volatile @Nullable Running running;

    AnnulmentTurns(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void start() {
        running = schedule.begin(new Task("annulments", TURN, AnnulledEvents::lookAgain));
    }

    @Override
    public void stop() {
        Running ending = running;
        running = null;
        if (ending != null) {
            ending.end(Duration.ZERO);
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
