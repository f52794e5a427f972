package io.jiayou.architecture.samples.kernel;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import org.axonframework.commandhandling.gateway.CommandGateway;

@Breaks
@InModule("shared-kernel")
record Handler(CommandGateway commands) {}
