package io.jiayou.periodic;

/** Who hears that a task is silent. */
public interface TaskAlarms {

    /** @param detail one line that stays the same while nothing changes; told again and again meanwhile */
    void silent(String task, String detail);

    /** All is well with the task; told again and again. */
    void well(String task);
}
