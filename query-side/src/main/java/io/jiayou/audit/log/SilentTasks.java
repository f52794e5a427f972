package io.jiayou.audit.log;

import io.jiayou.periodic.TaskAlarms;

/** Periodic tasks of this node that are silent, as alarms {@code periodic-TASK}. */
record SilentTasks(Alarms alarms) implements TaskAlarms {

    private static final String PREFIX = "periodic-";

    @Override
    public void silent(String task, String detail) {
        alarms.raise(PREFIX + task, detail);
    }

    @Override
    public void well(String task) {
        alarms.clear(PREFIX + task);
    }
}
