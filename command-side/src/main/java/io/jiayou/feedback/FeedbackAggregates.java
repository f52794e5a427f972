package io.jiayou.feedback;

import io.jiayou.command.Aggregates;
import io.jiayou.command.OpenedEvents;
import io.jiayou.command.Shells;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.privacy.PersonalData;
import io.jiayou.rules.Rule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the slices reach feedback. */
@Configuration(proxyBeanMethods = false)
public class FeedbackAggregates {

    @Bean
    public static Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedbackShells(
            EventStore events, PersonalData data) {
        return new Aggregates<>(
                new OpenedEvents(events, data),
                new Shells<>(FeedbackAggregate.class, FeedbackAggregate::new, FeedbackEvent.class),
                Rule.FEEDBACK_UNKNOWN,
                Rule.FEEDBACK_ID_TAKEN);
    }
}
