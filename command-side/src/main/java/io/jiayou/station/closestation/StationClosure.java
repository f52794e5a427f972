package io.jiayou.station.closestation;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.http.given.Given;
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

/** {@code POST /api/stations/{stationId}/closure}. */
@RestController
@AnswersReceipts
@Tag(name = "Stations")
class StationClosure {

    record ClosureRequest(
            @Schema(example = "tank inspection") @Nullable @Given(value = Limit.REASON, blank = true)
            String reason) {}

    private final Commands commands;
    private final Clock clock;

    StationClosure(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/stations/{stationId}/closure")
    @Operation(
            operationId = "closeStation",
            summary = "Close a station",
            description = "It takes no new orders until it is opened again.")
    Receipt post(
            @Parameter(example = ExampleIds.STATION) @PathVariable @Given(Limit.ID) String stationId,
            @Valid @RequestBody(required = false) @Nullable ClosureRequest request) {
        return commands.send(
                stationId,
                new CloseStation(
                        stationId, request == null ? null : Fields.optionalText(request.reason()), clock.instant()));
    }
}
