package io.jiayou.order.placeorder;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.command.Receipts;
import io.jiayou.http.given.AlsoHolds;
import io.jiayou.http.given.Given;
import io.jiayou.order.events.Preset;
import io.jiayou.values.Grade;
import io.jiayou.values.Limit;
import io.jiayou.values.Plate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/orders}. */
@RestController
@AnswersReceipts
@Tag(name = "Orders")
class OrderPlacement {

    /**
     * An amount of money, a volume, or a full tank.
     *
     * @param kind how the order is limited
     */
    @Schema(example = """
            {"kind": "AMOUNT", "amount": 20000}""")
    @AlsoHolds("""
            {"if": {"properties": {"kind": {"const": "AMOUNT"}}},
             "then": {"required": ["amount"], "properties": {"amount": {"type": "integer"}, "volumeMl": {"type": "null"}}},
             "else": {"required": ["volumeMl"], "properties": {"volumeMl": {"type": "integer"}, "amount": {"type": "null"}}}}""")
    record PresetRequest(
            @Schema(example = "AMOUNT") @NotNull Preset.Kind kind,

            @Schema(description = "minor units (fen); with AMOUNT", example = "20000")
            @Min(1)
            @Given(Limit.AMOUNT)
            @Nullable
            Long amount,

            @Schema(
                    description = "millilitres; the volume with VOLUME, the tank's size with FULL_TANK",
                    example = "30000")
            @Min(1)
            @Given(Limit.VOLUME)
            @Nullable
            Long volumeMl) {}

    /**
     * A driver's wish to fuel at a station.
     *
     * @param preset an amount of money, a volume, or a full tank
     */
    record OrderRequest(
            @Schema(
                    description = "chosen by the client, best a UUIDv7; sending it twice is one order",
                    example = ExampleIds.ORDER)
            @NotNull
            @Given(Limit.ID)
            String orderId,

            @Schema(example = ExampleIds.DRIVER) @NotNull @Given(Limit.ID)
            String driverId,

            @Schema(example = ExampleIds.STATION) @NotNull @Given(Limit.ID)
            String stationId,

            @Schema(description = "the pump's number", example = "3") @NotNull @Given(Limit.PUMP)
            Integer pump,

            @Schema(example = "95#") @NotNull @Given(Limit.GRADE)
            String grade,

            @NotNull @Valid PresetRequest preset,

            @Schema(description = "the vehicle's number plate", example = "沪AD12345") @Nullable @Given(Limit.PLATE)
            String plate) {}

    private final Commands commands;
    private final Clock clock;

    OrderPlacement(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/orders")
    @Operation(
            operationId = "placeOrder",
            summary = "Place an order",
            description = "By amount, by volume or for a full tank. The station's price at this moment is locked.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> place(@Valid @RequestBody OrderRequest request) {
        PresetRequest preset = request.preset();
        PlaceOrder command = new PlaceOrder(
                Fields.chosenId("orderId", request.orderId()),
                request.driverId(),
                request.stationId(),
                request.pump(),
                Fields.read("grade", request.grade(), Grade::new).code(),
                Fields.read("preset", preset, it -> new Preset(it.kind(), it.amount(), it.volumeMl())),
                request.plate() == null
                        ? null
                        : Fields.read("plate", request.plate(), Plate::new).number(),
                clock.instant());
        return Receipts.created("/api/orders", commands.send(request.orderId(), command));
    }
}
