package io.jiayou.order.confirmpayment;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.http.given.Given;
import io.jiayou.values.Limit;
import io.jiayou.values.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/orders/{orderId}/payment}. */
@RestController
@AnswersReceipts
@Tag(name = "Orders")
class PaymentConfirmation {

    record PaymentRequest(
            @Schema(description = "minor units (fen); what is payable", example = "20000")
            @NotNull
            @Min(1)
            @Given(Limit.AMOUNT)
            Long amount,

            @Schema(description = "ISO 4217", example = "CNY") @NotNull @Given(Limit.CURRENCY)
            String currency,

            @Schema(example = "wechat-pay") @NotNull @Given(Limit.CHANNEL)
            String channel,

            @Schema(description = "the id that the channel gave the payment", example = "4200002477202607120000000001")
            @NotNull
            @Given(Limit.ID)
            String transactionId) {}

    private final Commands commands;
    private final Clock clock;

    PaymentConfirmation(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/orders/{orderId}/payment")
    @Operation(
            operationId = "confirmPayment",
            summary = "Confirm the payment",
            description =
                    "The same transaction twice is one payment; a payment after the cancellation is recorded and has to go back.")
    Receipt post(
            @Parameter(example = ExampleIds.ORDER) @PathVariable @Given(Limit.ID) String orderId,
            @Valid @RequestBody PaymentRequest request) {
        return commands.send(
                orderId,
                new ConfirmPayment(
                        orderId,
                        Fields.read(
                                "currency", request.currency(), it -> new Money(request.amount(), Money.currency(it))),
                        request.channel(),
                        request.transactionId(),
                        clock.instant()));
    }
}
