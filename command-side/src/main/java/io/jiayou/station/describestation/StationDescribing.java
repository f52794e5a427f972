package io.jiayou.station.describestation;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Receipt;
import io.jiayou.http.ProblemException;
import io.jiayou.http.given.Given;
import io.jiayou.rules.Problem;
import io.jiayou.station.StationRequest;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/stations/{stationId}}. */
@RestController
@AnswersReceipts
@Tag(name = "Stations")
class StationDescribing {

    private final Commands commands;
    private final Clock clock;

    StationDescribing(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping("/api/stations/{stationId}")
    @Operation(
            operationId = "describeStation",
            summary = "Describe a station anew",
            description = "Replaces the whole description.")
    Receipt describe(
            @Parameter(example = ExampleIds.STATION) @PathVariable @Given(Limit.ID) String stationId,
            @Valid @RequestBody StationRequest request) {
        if (request.stationId() != null && !request.stationId().equals(stationId)) {
            throw new ProblemException(Problem.INVALID_FIELD, "stationId", "the path names another station");
        }
        return commands.send(stationId, new DescribeStation(stationId, request.description(), clock.instant()));
    }
}
