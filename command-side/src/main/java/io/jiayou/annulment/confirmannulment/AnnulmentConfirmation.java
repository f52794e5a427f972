package io.jiayou.annulment.confirmannulment;

import io.jiayou.access.Role;
import io.jiayou.annulment.Persons;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.Receipt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/annulments/{annulmentId}/confirmation}. */
@RestController
@AnswersReceipts
@Tag(name = "Operations")
class AnnulmentConfirmation {

    private static final String ID = "annulment-(0|[1-9][0-9]{0,17})";

    private final Commands commands;
    private final AccountAge age;
    private final Clock clock;

    AnnulmentConfirmation(Commands commands, AccountAge age, Clock clock) {
        this.commands = commands;
        this.age = age;
        this.clock = clock;
    }

    @PostMapping("/api/annulments/{annulmentId}/confirmation")
    @Operation(
            operationId = "confirmAnnulment",
            summary = "Confirm that an event is left out",
            description =
                    "By an auditor who isn't the person that asked, with an account that nobody made, reset, opened or gave a role"
                            + " within a day. It can't be undone. The log keeps the event.")
    Receipt confirm(@Parameter(example = "annulment-42") @PathVariable @Pattern(regexp = ID) String annulmentId) {
        String by = Persons.of(Role.AUDITOR);
        age.require(by);
        long position = Long.parseLong(annulmentId.substring(annulmentId.indexOf('-') + 1));
        return commands.send(annulmentId, new ConfirmAnnulment(AnnulmentEvent.REGISTER, position, by, clock.instant()));
    }
}
