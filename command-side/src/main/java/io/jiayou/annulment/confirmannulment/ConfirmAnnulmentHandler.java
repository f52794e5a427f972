package io.jiayou.annulment.confirmannulment;

import io.jiayou.annulment.Register;
import io.jiayou.annulment.RegisterAggregate;
import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.annulment.events.AnnulmentRequested;
import io.jiayou.annulment.events.UnreadableEventReported;
import io.jiayou.command.Aggregates;
import io.jiayou.rules.Rule;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link ConfirmAnnulment}. */
@Component
public class ConfirmAnnulmentHandler {

    private final Aggregates<RegisterAggregate, Register, AnnulmentEvent> registers;

    public ConfirmAnnulmentHandler(Aggregates<RegisterAggregate, Register, AnnulmentEvent> registers) {
        this.registers = registers;
    }

    @CommandHandler
    void handle(ConfirmAnnulment command) {
        registers.decideNew(command.register(), register -> decide(register, command));
    }

    static List<AnnulmentEvent> decide(Register register, ConfirmAnnulment command) {
        Register.Entry entry = register.at(command.position())
                .filter(it -> it.requested() != null)
                .orElseThrow(() -> Rule.ANNULMENT_UNKNOWN.violated(
                        "nobody has asked to annul the event at position {0}", Long.toString(command.position())));
        if (entry.confirmed() != null) {
            return List.of();
        }
        AnnulmentRequested requested = Objects.requireNonNull(entry.requested());
        Rule.ANNULMENT_NEEDS_TWO.require(
                !requested.by().equals(command.by()), "whoever asks for an annulment doesn't confirm it");
        UnreadableEventReported reported = entry.reported();
        return List.of(new AnnulmentConfirmed(
                command.position(),
                reported.eventId(),
                reported.aggregateId(),
                reported.sequence(),
                command.by(),
                command.at()));
    }
}
