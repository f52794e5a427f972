package io.jiayou.feedback;

import io.jiayou.command.EventSourced;
import io.jiayou.feedback.events.FeedbackEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Feedback}. */
@AggregateRoot(type = "Feedback")
public class FeedbackAggregate extends EventSourced<Feedback, FeedbackEvent> {

    @AggregateIdentifier
    private @Nullable String feedbackId;

    public FeedbackAggregate() {
        super(Feedback.NONE);
    }

    @EventSourcingHandler
    void on(FeedbackEvent event) {
        feedbackId = event.feedbackId();
        become(state().evolve(event));
    }
}
