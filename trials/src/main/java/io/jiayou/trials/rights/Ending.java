package io.jiayou.trials.rights;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A way in which a right ends. One at a time. */
interface Ending {

    /**
     * Somebody who may do something.
     *
     * @param order that they may watch; none if they may watch none
     * @param from the address that they come from; none for this machine's own
     */
    record Holder(
            String token, @Nullable String order, @Nullable String from) {

        /** Tokens don't get into logs. */
        @Override
        public String toString() {
            return "a holder";
        }
    }

    String name();

    /** Somebody whose right holds. */
    Holder begin() throws IOException, InterruptedException;

    /** Takes the right away, and returns when that was answered. */
    void end(Holder holder) throws IOException, InterruptedException;

    /** Makes the next {@link #begin} possible. */
    default void after() throws IOException, InterruptedException {}
}
