package io.jiayou.periodic;

import java.time.Instant;

/** Decides when a task has its turns, and keeps how they went. */
interface Turns {

    /** When the next turn comes, by the steady clock; asked once before each. */
    Instant next();

    /** Does the work if it is due. Nothing that goes wrong leaves here. */
    void take();

    /** While a turn may be under way: others see that this process lives. */
    void beat();

    TaskState state();

    /** What went wrong, in a line of a bounded length. */
    static String line(Throwable wrong) {
        String text = String.valueOf(wrong).lines().findFirst().orElse("");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    int LONGEST = 300;
}
