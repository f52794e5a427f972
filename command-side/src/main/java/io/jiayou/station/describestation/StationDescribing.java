package io.jiayou.station.describestation;

import io.jiayou.command.Commands;
import io.jiayou.command.Receipt;
import io.jiayou.station.StationRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/stations/{stationId}}. */
@RestController
@Tag(name = "Stations")
class StationDescribing {

    private final Commands commands;
    private final Clock clock;

    StationDescribing(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping("/api/stations/{stationId}")
    @Operation(summary = "Describe a station anew", description = "Replaces the whole description.")
    Receipt describe(@PathVariable String stationId, @Valid @RequestBody StationRequest request) {
        return commands.send(stationId, new DescribeStation(stationId, request.description(), clock.instant()));
    }
}
