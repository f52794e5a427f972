package io.jiayou.station.setpump;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.http.given.Given;
import io.jiayou.values.Grade;
import io.jiayou.values.Limit;
import io.jiayou.values.Limits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/stations/{stationId}/pumps/{pump}}. */
@RestController
@AnswersReceipts
@Tag(name = "Stations")
class PumpSetting {

    record PumpRequest(
            @Schema(description = "what it can dispense", example = "[\"92#\", \"95#\"]")
            @NotNull
            @Size(min = 1, max = Limits.GRADES)
            List<@NotNull @Given(Limit.GRADE) String> grades,

            @Schema(description = "whether it takes orders; open if absent", example = "true") @Nullable
            Boolean open) {}

    private final Commands commands;
    private final Clock clock;

    PumpSetting(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping("/api/stations/{stationId}/pumps/{pump}")
    @Operation(operationId = "setPump", summary = "Set up a pump, open or close it")
    Receipt put(
            @Parameter(example = ExampleIds.STATION) @PathVariable @Given(Limit.ID) String stationId,
            @Parameter(description = "the pump's number", example = "3") @PathVariable @Given(Limit.PUMP) int pump,
            @Valid @RequestBody PumpRequest request) {
        return commands.send(stationId, command(stationId, pump, request));
    }

    private SetPump command(String stationId, int pump, PumpRequest request) {
        List<String> grades = request.grades().stream()
                .map(grade -> Fields.read("grades", grade, Grade::new).code())
                .distinct()
                .toList();
        return new SetPump(stationId, pump, grades, !Boolean.FALSE.equals(request.open()), clock.instant());
    }
}
