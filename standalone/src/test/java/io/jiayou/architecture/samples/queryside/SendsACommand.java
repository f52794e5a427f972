package io.jiayou.architecture.samples.queryside;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import org.axonframework.commandhandling.gateway.CommandGateway;

@Breaks
@InModule("query-side")
class SendsACommand {

    void send(CommandGateway commands) {
        commands.sendAndWait("close everything");
    }
}
