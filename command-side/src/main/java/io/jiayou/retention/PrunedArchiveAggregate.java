package io.jiayou.retention;

import io.jiayou.command.EventSourced;
import io.jiayou.retention.events.RetentionEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateRoot;

/** Axon's shell around {@link PrunedArchive}. */
@AggregateRoot(type = "Archive")
public class PrunedArchiveAggregate extends EventSourced<PrunedArchive, RetentionEvent> {

    public PrunedArchiveAggregate() {
        super(PrunedArchive.NONE);
    }

    @EventSourcingHandler
    void on(RetentionEvent event) {
        become(state().evolve(event));
    }
}
