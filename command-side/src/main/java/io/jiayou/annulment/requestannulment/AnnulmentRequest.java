package io.jiayou.annulment.requestannulment;

import io.jiayou.access.Role;
import io.jiayou.annulment.Persons;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.command.Receipts;
import io.jiayou.http.given.Given;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/annulments}. */
@RestController
@AnswersReceipts
@Tag(name = "Operations")
class AnnulmentRequest {

    /**
     * Which event is to be left out, and why.
     *
     * @param position its place in the global order, from 0
     * @param reason for the one who confirms it, and for those who read the history later
     */
    @Schema(name = "AnnulmentRequest")
    record Wanted(
            @Schema(example = "42") @Given(Limit.COUNT) long position,

            @Schema(example = "the import wrote an impossible date; see ticket 17") @NotNull @Given(Limit.STORY)
            String reason) {}

    private final Commands commands;
    private final Clock clock;

    AnnulmentRequest(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/annulments")
    @Operation(
            operationId = "requestAnnulment",
            summary = "Ask for an event to be left out",
            description =
                    "Only of an event that something couldn't take. Another person, an auditor, has to confirm it.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> request(@Valid @RequestBody Wanted wanted) {
        String by = Persons.of(Role.OPERATIONS);
        String reason = Fields.text("reason", wanted.reason());
        Receipt receipt = commands.send(
                AnnulmentEvent.idOf(wanted.position()),
                new RequestAnnulment(AnnulmentEvent.REGISTER, wanted.position(), reason, by, clock.instant()));
        return Receipts.created("/api/annulments", receipt);
    }
}
