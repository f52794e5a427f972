package io.jiayou.audit.log;

import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import io.jiayou.readmodel.rebuild.LiveStatements;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Looks every few seconds whether a live read model has to be stated again; the node that signs does it for all. */
final class StatementKeeper implements SmartLifecycle {

    private static final Due LOOK = Due.every(Duration.ofSeconds(10)).first(Duration.ofSeconds(5));

    private final LiveStatements statements;
    private final Schedule schedule;
    private volatile @Nullable Running running;

    StatementKeeper(LiveStatements statements, Schedule schedule) {
        this.statements = statements;
        this.schedule = schedule;
    }

    @Override
    public void start() {
        running = schedule.begin(new Task("read-model-statements", LOOK, statements::step));
    }

    @Override
    public void stop() {
        Running begun = running;
        running = null;
        if (begun != null) {
            begun.end(Duration.ofSeconds(5));
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
