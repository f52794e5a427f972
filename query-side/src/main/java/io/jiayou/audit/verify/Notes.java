package io.jiayou.audit.verify;

import java.util.Map;

/** Signed notes that a log carries beside its events. */
public interface Notes {

    /** The statements about read models by their names, as they are written. */
    Map<String, byte[]> statements();
}
