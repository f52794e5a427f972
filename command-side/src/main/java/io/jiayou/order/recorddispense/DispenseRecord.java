package io.jiayou.order.recorddispense;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.http.ProblemException;
import io.jiayou.http.given.AlsoHolds;
import io.jiayou.http.given.Given;
import io.jiayou.rules.Problem;
import io.jiayou.values.Limit;
import io.jiayou.values.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/orders/{orderId}/dispense}. */
@RestController
@AnswersReceipts
@Tag(name = "Orders")
class DispenseRecord {

    @AlsoHolds("""
            {"if": {"required": ["total"], "properties": {"total": {"type": "integer"}}},
             "then": {"required": ["currency"], "properties": {"currency": {"type": "string"}}}}""")
    record DispenseRequest(
            @Schema(description = "millilitres on the meter", example = "25340") @NotNull @Given(Limit.VOLUME)
            Long volumeMl,

            @Schema(description = "what the pump shows, minor units", example = "19993") @Nullable @Given(Limit.AMOUNT)
            Long total,

            @Schema(description = "ISO 4217, with total", example = "CNY") @Nullable @Given(Limit.CURRENCY)
            String currency) {}

    private final Commands commands;
    private final Clock clock;

    DispenseRecord(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/orders/{orderId}/dispense")
    @Operation(
            operationId = "recordDispense",
            summary = "Record what the pump delivered",
            description =
                    "Litres come from the meter. Zero cancels the order. If the pump's total is given, it must equal volume × unit price.")
    Receipt post(
            @Parameter(example = ExampleIds.ORDER) @PathVariable @Given(Limit.ID) String orderId,
            @Valid @RequestBody DispenseRequest request) {
        return commands.send(orderId, new RecordDispense(orderId, request.volumeMl(), total(request), clock.instant()));
    }

    private static @Nullable Money total(DispenseRequest request) {
        Long total = request.total();
        if (total == null) {
            return null;
        }
        if (request.currency() == null) {
            throw new ProblemException(Problem.MISSING_FIELD, "currency", "a total needs its currency");
        }
        return Fields.read("currency", request.currency(), it -> new Money(total, Money.currency(it)));
    }
}
