package io.jiayou.readmodel.fold;

import io.jiayou.readmodel.RecordedEvent;
import java.util.List;
import java.util.function.Consumer;

/** Reads events again, for documents that are folded anew. */
@FunctionalInterface
public interface Replay {

    /** Shows the events after a position (-1 for the first one on) up to another one, in their order. */
    void read(long after, long to, Consumer<List<RecordedEvent>> reader);
}
