package io.jiayou.serialization;

import io.jiayou.metadata.StoredAs;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * Brings stored events of earlier revisions into today's form, while they are read; what is stored never changes.
 *
 * <p>A changed event gets a new {@link StoredAs#revision}, and the chain one upcaster from the revision before, which
 * works on the JSON tree; a renamed one gets a new name the same way. The approved file of the old form stays, and a
 * test reads it through this chain.
 */
public final class Upcasters {

    private Upcasters() {}

    /**
     * All upcasters, oldest revisions first. Revision 2 of answers and outcomes says what was judged on, the last ones of all
     * feedback whose it is; and a removed vehicle has a number, since sealed plates can't be compared.
     */
    public static EventUpcasterChain chain() {
        return new EventUpcasterChain(
                NextRevision.addsWhatMayBeAbsent("feedback.answered", 1),
                NextRevision.addsWhatMayBeAbsent("feedback.resolved", 1),
                NextRevision.addsWhatMayBeAbsent("feedback.answered", 2),
                NextRevision.addsWhatMayBeAbsent("feedback.resolved", 2),
                NextRevision.addsWhatMayBeAbsent("feedback.reopened", 1),
                NextRevision.addsWhatMayBeAbsent("driver.vehicle-removed", 1));
    }
}
