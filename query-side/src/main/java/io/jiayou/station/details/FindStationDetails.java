package io.jiayou.station.details;

import io.jiayou.parameters.Found;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.Rule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/stations/{stationId}}. */
@RestController
@Reads(StationDetailsModel.class)
@Tag(name = "Stations")
class FindStationDetails {

    private final ReadModels readModels;
    private final StationDetailsModel stations;

    FindStationDetails(ReadModels readModels, StationDetailsModel stations) {
        this.readModels = readModels;
        this.stations = stations;
    }

    @GetMapping("/api/stations/{stationId}")
    @Operation(
            operationId = "findStation",
            summary = "A station with its pumps and prices",
            description =
                    "Prices have two times: from when they hold and when they were recorded. With at they are shown"
                            + " as they hold at that moment, with knownAt as far as they were known at that moment.")
    StationAnswer find(
            @Parameter(example = "0197a3c5-0000-7000-8000-00000000a001") @PathVariable String stationId,
            @Parameter(
                            description = "the moment at which prices hold; now if absent",
                            example = "2026-03-01T08:00:00+08:00")
                    @RequestParam(required = false)
                    @Nullable
                    String at,
            @Parameter(
                            description = "leave out what was recorded later; now if absent",
                            example = "2026-03-01T08:00:00+08:00")
                    @RequestParam(required = false)
                    @Nullable
                    String knownAt) {
        Instant now = Instant.now();
        Instant holding = at == null ? now : Parameters.instant("at", at);
        Instant known = knownAt == null ? now : Parameters.instant("knownAt", knownAt);
        StationDetails station = Found.orUnknown(readModels.of(stations).find(stationId), Rule.STATION_UNKNOWN);
        return StationAnswer.of(station, holding, known);
    }
}
