package io.jiayou.annulment.requestannulment;

import io.jiayou.annulment.Register;
import io.jiayou.annulment.RegisterAggregate;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.annulment.events.AnnulmentRequested;
import io.jiayou.command.Aggregates;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link RequestAnnulment}. */
@Component
public class RequestAnnulmentHandler {

    private final Aggregates<RegisterAggregate, Register, AnnulmentEvent> registers;

    public RequestAnnulmentHandler(Aggregates<RegisterAggregate, Register, AnnulmentEvent> registers) {
        this.registers = registers;
    }

    @CommandHandler
    void handle(RequestAnnulment command) {
        registers.decideNew(command.register(), register -> decide(register, command));
    }

    /** A later request takes the place of an earlier one that nobody has confirmed: its reason may have been wrong. */
    static List<AnnulmentEvent> decide(Register register, RequestAnnulment command) {
        Register.Entry entry = register.at(command.position())
                .orElseThrow(() -> Rule.NOTHING_STOPPED_THERE.violated(
                        "nothing has stopped at position {0}", Long.toString(command.position())));
        Rule.NOTHING_STOPPED_THERE.require(
                !AnnulmentEvent.REGISTER.equals(entry.reported().aggregateId()),
                "what was decided about annulments isn't annulled");
        AnnulmentRequested before = entry.requested();
        if (before != null
                && before.by().equals(command.by())
                && before.reason().equals(command.reason())) {
            return List.of();
        }
        Rule.ANNULMENT_ALREADY_CONFIRMED.require(
                entry.confirmed() == null, "the event at position {0} is annulled", Long.toString(command.position()));
        return List.of(new AnnulmentRequested(command.position(), command.reason(), command.by(), command.at()));
    }
}
