package io.jiayou.architecture.samples.commandside;

import io.jiayou.architecture.InModule;
import io.jiayou.rules.Rule;
import org.axonframework.eventsourcing.eventstore.EventStore;

@InModule("command-side")
record Decides(Rule rule, EventStore events) {}
