package io.jiayou.annulment.events;

import java.time.Instant;

/** About one event of the log, by its position. All are of one stream, so that there is one annulment per position. */
public sealed interface AnnulmentEvent permits UnreadableEventReported, AnnulmentRequested, AnnulmentConfirmed {

    /** The stream that all of them are in; no client can choose an id like it. */
    String REGISTER = "annulments/register";

    /** The event's place in the global order, from 0. */
    long position();

    /** When it happened; when it was recorded is the event's own timestamp. */
    Instant at();

    /** The id of the annulment of the event at a position: there's one at most. */
    static String idOf(long position) {
        return "annulment-" + position;
    }
}
