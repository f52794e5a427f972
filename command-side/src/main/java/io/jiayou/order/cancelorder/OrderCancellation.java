package io.jiayou.order.cancelorder;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Receipt;
import io.jiayou.http.ProblemException;
import io.jiayou.http.access.Callers;
import io.jiayou.http.given.Given;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.rules.Problem;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/orders/{orderId}/cancellation}. */
@RestController
@AnswersReceipts
@Tag(name = "Orders")
class OrderCancellation {

    /** For whom an order is cancelled; that nothing was dispensed only the pump can say. */
    enum Canceller {
        /** The driver calls it off. */
        BY_DRIVER(CancellationReason.BY_DRIVER),
        /** The station calls it off. */
        BY_STATION(CancellationReason.BY_STATION);

        private final CancellationReason reason;

        Canceller(CancellationReason reason) {
            this.reason = reason;
        }
    }

    /**
     * For whom an order is cancelled.
     *
     * @param reason that of the caller's role if absent, and no other where the role is the driver's or of a station
     */
    record CancellationRequest(
            @Schema(example = "BY_DRIVER") @Nullable Canceller reason) {}

    private final Commands commands;
    private final Clock clock;

    OrderCancellation(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/orders/{orderId}/cancellation")
    @Operation(
            operationId = "cancelOrder",
            summary = "Cancel the order",
            description = "Only before fuel flows. What was paid has to go back.")
    Receipt post(
            @Parameter(example = ExampleIds.ORDER) @PathVariable @Given(Limit.ID) String orderId,
            @Valid @RequestBody(required = false) @Nullable CancellationRequest request) {
        Canceller said = request == null ? null : request.reason();
        Role role = Callers.current().map(Caller::role).orElse(null);
        return commands.send(orderId, new CancelOrder(orderId, reason(said, role), clock.instant()));
    }

    /**
     * The reason is what reports count by, so nobody says somebody else's; who answers for both sides says which.
     *
     * @param role none in an open system, where nobody is known
     */
    static CancellationReason reason(@Nullable Canceller said, @Nullable Role role) {
        Canceller own = own(said, role);
        if (said != null && said != own) {
            throw new ProblemException(Problem.INVALID_FIELD, "reason", "your role cancels {0}", own);
        }
        return own.reason;
    }

    private static Canceller own(@Nullable Canceller said, @Nullable Role role) {
        if (role == Role.DRIVER) {
            return Canceller.BY_DRIVER;
        }
        if (role != null && role.isOfStation()) {
            return Canceller.BY_STATION;
        }
        return said == null ? Canceller.BY_DRIVER : said;
    }
}
