package io.jiayou.retention;

import io.jiayou.command.EventSourced;
import io.jiayou.retention.events.RetentionEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link PrunedArchive}. */
@AggregateRoot(type = "Archive")
public class PrunedArchiveAggregate extends EventSourced<PrunedArchive, RetentionEvent> {

    @AggregateIdentifier
    private @Nullable String archiveId;

    public PrunedArchiveAggregate() {
        super(PrunedArchive.NONE);
    }

    @EventSourcingHandler
    void on(RetentionEvent event) {
        archiveId = event.archiveId();
        become(state().evolve(event));
    }
}
