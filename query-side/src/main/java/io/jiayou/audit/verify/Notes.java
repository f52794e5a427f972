package io.jiayou.audit.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signed notes that a log carries beside its events. */
public interface Notes {

    /** The statements about read models by their names, as they are written. */
    Map<String, byte[]> statements();

    /** How many they are, as the log says. */
    int statementCount();

    /** By which its keys handed over, as they are written, oldest first. */
    List<byte[]> handovers();

    /** How it begins, if it does with another log's events ({@link Beginning}), as it is written. */
    Optional<byte[]> beginning();
}
