package io.jiayou.architecture.samples.embeddedstores;

import io.jiayou.architecture.InModule;
import org.axonframework.eventhandling.EventMessage;
import org.bson.Document;

@InModule("embedded-stores")
record KnowsBytes(EventMessage<?> event, Document document) {}
