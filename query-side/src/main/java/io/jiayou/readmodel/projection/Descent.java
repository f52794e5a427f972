package io.jiayou.readmodel.projection;

import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.StoredPositions;
import io.jiayou.readmodel.documents.StoredPositions.Last;
import io.jiayou.readmodel.history.History;
import java.util.Optional;

/**
 * Whether documents were folded from the events that the store has. After the store was restored to an earlier moment they
 * may hold events that don't exist any more; their token then stands ahead of the store, which would ignore new events in
 * silence, or on an event that is another one by now.
 */
final class Descent {

    private final History history;
    private final StoredPositions positions;

    Descent(History history, StoredPositions positions) {
        this.history = history;
        this.positions = positions;
    }

    /** Why a generation can't be of this store's events; none if nothing speaks against it. */
    Optional<String> contradiction(Generation generation) throws InterruptedException {
        Last last = positions.lastOf(generation);
        // The store's end is asked for after the token: it can only be farther by now.
        long head = history.head();
        if (last.position() > head) {
            return Optional.of("it stands at position " + last.position() + ", and the store ends at " + head);
        }
        if (last.position() < 0 || last.event() == null) {
            return Optional.empty();
        }
        return history.eventIdAt(last.position())
                .filter(there -> !there.equals(last.event()))
                .map(other -> "the event at its position " + last.position() + " is another one");
    }
}
