package io.jiayou.architecture.samples.applied;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import java.util.List;
import org.axonframework.modelling.command.AggregateLifecycle;

@Breaks
@InModule("command-side")
class AppliesByReference {

    void handle(List<Object> events) {
        events.forEach(AggregateLifecycle::apply);
    }
}
