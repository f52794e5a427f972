package io.jiayou.feedback;

import io.jiayou.command.EventSourced;
import io.jiayou.feedback.events.FeedbackEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateRoot;

/** Axon's shell around {@link Feedback}. */
@AggregateRoot(type = "Feedback")
public class FeedbackAggregate extends EventSourced<Feedback, FeedbackEvent> {

    public FeedbackAggregate() {
        super(Feedback.NONE);
    }

    @EventSourcingHandler
    void on(FeedbackEvent event) {
        become(state().evolve(event));
    }
}
