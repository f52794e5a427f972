package io.jiayou.order.cancelorder;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.order.events.CancellationReason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
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

    /** Who cancels; that nothing was dispensed only the pump can say. */
    enum Canceller {
        BY_DRIVER(CancellationReason.BY_DRIVER),
        BY_STATION(CancellationReason.BY_STATION);

        private final CancellationReason reason;

        Canceller(CancellationReason reason) {
            this.reason = reason;
        }
    }

    record CancellationRequest(
            @Schema(description = "BY_DRIVER or BY_STATION; the driver if absent", example = "BY_DRIVER") @Nullable
            Canceller reason) {}

    private final Commands commands;
    private final Clock clock;

    OrderCancellation(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/orders/{orderId}/cancellation")
    @Operation(summary = "Cancel the order", description = "Only before fuel flows. What was paid has to go back.")
    Receipt post(
            @Parameter(example = ExampleIds.ORDER) @PathVariable @Pattern(regexp = Fields.ID) String orderId,
            @Valid @RequestBody(required = false) @Nullable CancellationRequest request) {
        return commands.send(
                orderId,
                new CancelOrder(
                        orderId,
                        request == null || request.reason() == null
                                ? CancellationReason.BY_DRIVER
                                : request.reason().reason,
                        clock.instant()));
    }
}
