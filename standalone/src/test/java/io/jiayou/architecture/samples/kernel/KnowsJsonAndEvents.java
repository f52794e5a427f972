package io.jiayou.architecture.samples.kernel;

import io.jiayou.architecture.InModule;
import org.axonframework.eventhandling.EventMessage;
import tools.jackson.databind.JsonNode;

@InModule("shared-kernel")
record KnowsJsonAndEvents(JsonNode json, EventMessage<?> event) {}
