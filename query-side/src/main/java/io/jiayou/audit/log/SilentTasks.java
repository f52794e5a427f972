package io.jiayou.audit.log;

import io.jiayou.periodic.TaskAlarms;

/** Periodic tasks of this node that are silent, as alarms {@code periodic-TASK}. */
record SilentTasks(Alarms alarms) implements TaskAlarms {

    @Override
    public void silent(String task, String detail) {
        alarms.raise(AlarmKind.PERIODIC.of(task), detail);
    }

    @Override
    public void well(String task) {
        alarms.clear(AlarmKind.PERIODIC.of(task));
    }
}
