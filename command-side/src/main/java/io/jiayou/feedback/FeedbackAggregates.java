package io.jiayou.feedback;

import io.jiayou.command.Aggregates;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.rules.Rule;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the slices reach feedback. */
@Configuration(proxyBeanMethods = false)
class FeedbackAggregates {

    @Bean
    Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedbackShells(Repository<FeedbackAggregate> repository) {
        return new Aggregates<>(repository, FeedbackAggregate::new, Rule.FEEDBACK_UNKNOWN);
    }
}
