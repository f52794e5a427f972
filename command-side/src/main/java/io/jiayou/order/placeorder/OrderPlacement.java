package io.jiayou.order.placeorder;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.command.Receipts;
import io.jiayou.order.events.Preset;
import io.jiayou.values.Grade;
import io.jiayou.values.Plate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
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

    @Schema(example = """
            {"kind": "AMOUNT", "amount": 20000}""")
    record PresetRequest(
            @Schema(description = "AMOUNT, VOLUME or FULL_TANK", example = "AMOUNT") @NotNull
            Preset.Kind kind,

            @Schema(description = "minor units (fen); with AMOUNT", example = "20000")
            @Positive
            @Max(Fields.LARGEST_AMOUNT)
            @Nullable
            Long amount,

            @Schema(
                    description = "millilitres; the volume with VOLUME, the tank's size with FULL_TANK",
                    example = "30000")
            @Positive
            @Max(Fields.LARGEST_VOLUME)
            @Nullable
            Long volumeMl) {}

    record OrderRequest(
            @Schema(
                    description = "chosen by the client, best a UUIDv7; sending it twice is one order",
                    example = ExampleIds.ORDER)
            @NotNull
            @Pattern(regexp = Fields.ID)
            String orderId,

            @Schema(example = ExampleIds.DRIVER) @NotNull @Pattern(regexp = Fields.ID)
            String driverId,

            @Schema(example = ExampleIds.STATION) @NotNull @Pattern(regexp = Fields.ID)
            String stationId,

            @Schema(description = "the pump's number", example = "3") @NotNull @Min(1)
            Integer pump,

            @Schema(example = "95#") @NotNull String grade,

            @NotNull @Valid PresetRequest preset,

            @Schema(description = "the vehicle's number plate", example = "沪AD12345") @Nullable
            String plate) {}

    private final Commands commands;
    private final Clock clock;

    OrderPlacement(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/orders")
    @Operation(
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
