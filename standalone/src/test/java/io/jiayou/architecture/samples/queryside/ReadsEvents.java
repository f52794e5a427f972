package io.jiayou.architecture.samples.queryside;

import io.jiayou.architecture.InModule;
import io.jiayou.readmodel.View;
import org.axonframework.eventhandling.EventMessage;

@InModule("query-side")
record ReadsEvents(EventMessage<?> event, View view) {}
