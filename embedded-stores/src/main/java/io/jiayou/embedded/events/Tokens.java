package io.jiayou.embedded.events;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Global indexes and the tokens that Axon knows: a token stands at the last event that was seen. */
final class Tokens {

    private Tokens() {}

    static TrackingToken at(long index) {
        return new GlobalSequenceTrackingToken(index);
    }

    static TrackingToken before(long index) {
        return at(index - 1);
    }

    /**
     * The index of the first event behind a token, of which null is before all; of a replay or a merge, the lower bound.
     *
     * @throws IllegalArgumentException if it's the token of another kind of store
     */
    static long indexBehind(@Nullable TrackingToken token) {
        TrackingToken bare = WrappedToken.unwrapLowerBound(token);
        if (bare == null) {
            return 0;
        }
        if (bare instanceof GlobalSequenceTrackingToken global) {
            return global.getGlobalIndex() + 1;
        }
        throw new IllegalArgumentException("Not a token of this event store: " + bare);
    }
}
