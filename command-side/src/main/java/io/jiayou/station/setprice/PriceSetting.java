package io.jiayou.station.setprice;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.http.given.Given;
import io.jiayou.rules.NotAllowed;
import io.jiayou.values.Grade;
import io.jiayou.values.Limit;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/stations/{stationId}/prices/{grade}}. */
@RestController
@AnswersReceipts
@Tag(name = "Stations")
class PriceSetting {

    record PriceRequest(
            @Schema(description = "thousandths of a major unit per litre: 7890 is 7.89 yuan", example = "7890")
            @NotNull
            @Min(1)
            @Given(Limit.UNIT_PRICE)
            Long unitPrice,

            @Schema(description = "ISO 4217", example = "CNY") @NotNull @Given(Limit.CURRENCY)
            String currency,

            @Schema(
                    description = "from when it holds, ISO 8601 with zone; now if absent",
                    example = "2026-07-01T00:00:00+08:00")
            @Nullable
            OffsetDateTime holdsFrom) {}

    private final Commands commands;
    private final Clock clock;

    PriceSetting(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping("/api/stations/{stationId}/prices/{grade}")
    @Operation(
            operationId = "setPrice",
            summary = "Set the price of a grade",
            description = "From a moment on: now, later, or (a correction) earlier. Encode # in the path as %23.")
    Receipt put(
            @Parameter(example = ExampleIds.STATION) @PathVariable @Given(Limit.ID) String stationId,
            @Parameter(example = "95#") @PathVariable @Given(Limit.GRADE) String grade,
            @Valid @RequestBody PriceRequest request) {
        return commands.send(stationId, command(stationId, grade, request));
    }

    private SetPrice command(String stationId, String grade, PriceRequest request) {
        Instant now = clock.instant();
        return new SetPrice(
                stationId,
                Fields.read("grade", grade, Grade::new).code(),
                Fields.read(
                        "currency", request.currency(), it -> new UnitPrice(request.unitPrice(), Money.currency(it))),
                request.holdsFrom() == null ? now : Fields.read("holdsFrom", request.holdsFrom(), PriceSetting::moment),
                now);
    }

    /** A mistyped year would hide a price for ever, or for centuries be the one that holds. */
    private static Instant moment(OffsetDateTime given) {
        Instant moment = given.toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (!Limit.TIME.allows(moment)) {
            throw new NotAllowed("a price holds from a moment of {0}", Limit.TIME.words());
        }
        return moment;
    }
}
