package io.jiayou.architecture.samples.archive;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import org.axonframework.eventhandling.EventMessage;

@Breaks
@InModule("archive")
record KnowsAxon(EventMessage<?> event) {}
