package io.jiayou.station.details;

import io.jiayou.audit.timetravel.Changes;
import io.jiayou.audit.timetravel.Moment;
import io.jiayou.audit.timetravel.Past;
import io.jiayou.audit.timetravel.PastDocuments;
import io.jiayou.audit.timetravel.TimeTravel;
import io.jiayou.http.given.Given;
import io.jiayou.parameters.Found;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.Rule;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/stations/{stationId}} and its changes. */
@RestController
@Reads(StationDetailsModel.class)
@Tag(name = "Stations")
class FindStationDetails {

    private final ReadModels readModels;
    private final PastDocuments documents;
    private final TimeTravel travel;
    private final StationDetailsModel stations;

    FindStationDetails(
            ReadModels readModels, PastDocuments documents, TimeTravel travel, StationDetailsModel stations) {
        this.readModels = readModels;
        this.documents = documents;
        this.travel = travel;
        this.stations = stations;
    }

    @GetMapping("/api/stations/{stationId}")
    @Operation(
            operationId = "findStation",
            summary = "A station with its pumps and prices",
            description =
                    "Prices have two times: from when they hold and when they were recorded. With at they are shown"
                            + " as they hold at that moment, with knownAt as far as they were known at that moment."
                            + " With asOf everything is as it was, and both are that moment if absent.")
    StationAnswer find(
            @Parameter(example = "0197a3c5-0000-7000-8000-00000000a001") @PathVariable @Given(Limit.ID)
                    String stationId,
            @Parameter(
                            description = "the moment at which prices hold; asOf if absent, else now",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String at,
            @Parameter(
                            description = "leave out what was recorded later; not after asOf; asOf if absent, else now",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String knownAt,
            @Parameter(
                            description = PastDocuments.AS_OF_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            HttpServletResponse response) {
        return asOf == null
                ? live(stationId, at, knownAt)
                : past(stationId, at, knownAt, travel.moment(PastDocuments.AS_OF, asOf), response);
    }

    private StationAnswer live(String stationId, @Nullable String at, @Nullable String knownAt) {
        Instant now = readModels.moment();
        Instant holding = at == null ? now : Parameters.instant("at", at);
        Instant known = knownAt == null ? now : Parameters.instant("knownAt", knownAt);
        StationDetails station = Found.orUnknown(readModels.of(stations).find(stationId), Rule.STATION_UNKNOWN);
        return StationAnswer.of(station, holding, known);
    }

    private StationAnswer past(
            String stationId,
            @Nullable String at,
            @Nullable String knownAt,
            Moment asOf,
            HttpServletResponse response) {
        Past<StationDetails> past = documents.find(stations, stationId, asOf, response);
        StationDetails station = Found.orUnknown(past.view(), Rule.STATION_UNKNOWN);
        Instant then = travel.timeOf(asOf, past);
        Instant known = knownAt == null ? then : Parameters.instant("knownAt", knownAt);
        if (known.isAfter(then)) {
            throw Parameters.invalid("knownAt", "knownAt is after asOf");
        }
        return StationAnswer.of(station, at == null ? then : Parameters.instant("at", at), known);
    }

    @GetMapping("/api/stations/{stationId}/changes")
    @Reads(value = StationDetailsModel.class, past = false)
    @Operation(
            operationId = "findStationChanges",
            summary = "What became of a station between two moments, and by which events",
            description =
                    "Prices are compared as they hold at the moment of asking: what was known of them then differs.")
    Changes changes(
            @Parameter(example = "0197a3c5-0000-7000-8000-00000000a001") @PathVariable @Given(Limit.ID)
                    String stationId,
            @Parameter(
                            description = PastDocuments.FROM_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam
                    String from,
            @Parameter(
                            description = PastDocuments.TO_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            HttpServletResponse response) {
        Instant now = readModels.moment();
        return Found.orUnknown(
                documents.changes(
                        stations, stationId, from, to, station -> StationAnswer.of(station, now, now), response),
                Rule.STATION_UNKNOWN);
    }
}
