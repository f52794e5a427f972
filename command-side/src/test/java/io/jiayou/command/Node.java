package io.jiayou.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** A command side without Spring and HTTP: one of several on an event store. */
record Node(Commands commands, MeterRegistry metrics) {

    static Node on(EventStore events) {
        MeterRegistry metrics = new SimpleMeterRegistry();
        return new Node(new Commands(AllSlices.on(events), events, new CommandMetrics(metrics)), metrics);
    }

    Receipt send(String id, Object command) {
        return commands.send(id, command);
    }

    double count(String meter) {
        return metrics.find(meter).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
