package io.jiayou.backup;

import java.time.Instant;

/** Drills that are done every day on this machine. */
public interface DrillPlan {

    /** When the next one begins. */
    Instant next();
}
