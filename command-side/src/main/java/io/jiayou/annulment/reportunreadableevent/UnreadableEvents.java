package io.jiayou.annulment.reportunreadableevent;

import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.Receipt;
import io.jiayou.command.Receipts;
import io.jiayou.command.StoredEvents;
import io.jiayou.http.ProblemException;
import io.jiayou.http.given.Given;
import io.jiayou.rules.Problem;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/annulments/unreadable-events}: a node says which event its fold couldn't take. */
@RestController
@AnswersReceipts
@Tag(name = "Operations")
class UnreadableEvents {

    private static final String MODEL = "[a-z][a-z0-9-]{0,63}";
    private static final String ERROR = "[A-Za-z0-9_$]{1,128}";

    /**
     * Which event couldn't be taken.
     *
     * @param position its place in the global order, from 0
     * @param model the read model that couldn't take it
     * @param error the class of what went wrong
     */
    @Schema(name = "UnreadableEventReport")
    record Report(
            @Schema(example = "1") @Given(Limit.COUNT) long position,

            @Schema(example = "order-details") @NotNull @Pattern(regexp = MODEL)
            String model,

            @Schema(example = "ArithmeticException") @NotNull @Pattern(regexp = ERROR)
            String error) {}

    private final Commands commands;
    private final StoredEvents events;
    private final Clock clock;

    UnreadableEvents(Commands commands, StoredEvents events, Clock clock) {
        this.commands = commands;
        this.events = events;
        this.clock = clock;
    }

    @PostMapping("/api/annulments/unreadable-events")
    @Operation(
            operationId = "reportUnreadableEvent",
            summary = "Report an event that a fold couldn't take",
            description = "Sent by the nodes that fold. Only what was reported can be annulled.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> report(@Valid @RequestBody Report report) {
        EventMessage<?> event = events.at(report.position())
                .orElseThrow(() -> new ProblemException(Problem.INVALID_FIELD, "position", "there is no such event"));
        Receipt receipt = commands.send(AnnulmentEvent.idOf(report.position()), command(report, event));
        return Receipts.created("/api/annulments", receipt);
    }

    private ReportUnreadable command(Report report, EventMessage<?> event) {
        boolean ofAggregate = event instanceof DomainEventMessage<?>;
        return new ReportUnreadable(
                AnnulmentEvent.REGISTER,
                report.position(),
                event.getIdentifier(),
                ofAggregate ? ((DomainEventMessage<?>) event).getAggregateIdentifier() : null,
                ofAggregate ? ((DomainEventMessage<?>) event).getSequenceNumber() : 0,
                events.nameOf(event),
                report.model(),
                report.error(),
                clock.instant());
    }
}
