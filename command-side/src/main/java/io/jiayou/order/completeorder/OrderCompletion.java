package io.jiayou.order.completeorder;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Receipt;
import io.jiayou.http.given.Given;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/orders/{orderId}/completion}. */
@RestController
@AnswersReceipts
@Tag(name = "Orders")
class OrderCompletion {

    private final Commands commands;
    private final Clock clock;

    OrderCompletion(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/orders/{orderId}/completion")
    @Operation(
            operationId = "completeOrder",
            summary = "Complete the order",
            description = "This is the sale. Completing it twice changes nothing.")
    Receipt post(@Parameter(example = ExampleIds.ORDER) @PathVariable @Given(Limit.ID) String orderId) {
        return commands.send(orderId, new CompleteOrder(orderId, clock.instant()));
    }
}
