package io.jiayou.recovery;

import io.jiayou.transparency.TreeHead;
import java.util.SortedMap;

/** The system whose archive is restored in a drill. */
public interface LiveSystem {

    /** How many events its log covers. */
    long size();

    /** Whether its log continues exactly this tree. */
    boolean continues(TreeHead restored);

    /** The canonical hashes of its read models as they stood after so many events, by their names. */
    SortedMap<String, String> hashesAfter(long events) throws InterruptedException;

    /** How many seconds ago the event at a position was recorded, 0 if there is none. */
    double secondsSince(long position);
}
