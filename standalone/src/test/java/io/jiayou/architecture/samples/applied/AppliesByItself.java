package io.jiayou.architecture.samples.applied;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import org.axonframework.modelling.command.AggregateLifecycle;

@Breaks
@InModule("command-side")
class AppliesByItself {

    void handle(Object event) {
        AggregateLifecycle.apply(event);
    }
}
