package io.jiayou.station.openstation;

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

/** {@code POST /api/stations/{stationId}/opening}. */
@RestController
@AnswersReceipts
@Tag(name = "Stations")
class StationOpening {

    private final Commands commands;
    private final Clock clock;

    StationOpening(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/stations/{stationId}/opening")
    @Operation(operationId = "openStation", summary = "Open a closed station")
    Receipt post(@Parameter(example = ExampleIds.STATION) @PathVariable @Given(Limit.ID) String stationId) {
        return commands.send(stationId, new OpenStation(stationId, clock.instant()));
    }
}
