package io.jiayou.annulment.reportunreadableevent;

import io.jiayou.annulment.Register;
import io.jiayou.annulment.RegisterAggregate;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.annulment.events.UnreadableEventReported;
import io.jiayou.command.Aggregates;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link ReportUnreadable}. */
@Component
public class ReportUnreadableHandler {

    private final Aggregates<RegisterAggregate, Register, AnnulmentEvent> registers;

    public ReportUnreadableHandler(Aggregates<RegisterAggregate, Register, AnnulmentEvent> registers) {
        this.registers = registers;
    }

    @CommandHandler
    void handle(ReportUnreadable command) {
        registers.decideNew(command.register(), register -> decide(register, command));
    }

    static List<AnnulmentEvent> decide(Register register, ReportUnreadable command) {
        boolean known = register.at(command.position())
                .filter(entry -> entry.models().contains(command.model()))
                .isPresent();
        return known
                ? List.of()
                : List.of(new UnreadableEventReported(
                        command.position(),
                        command.eventId(),
                        command.aggregateId(),
                        command.sequence(),
                        command.type(),
                        command.model(),
                        command.error(),
                        command.at()));
    }
}
