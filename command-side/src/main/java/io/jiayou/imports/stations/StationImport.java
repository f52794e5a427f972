package io.jiayou.imports.stations;

import io.jiayou.command.Lookup;
import io.jiayou.http.ReadersLanguage;
import io.jiayou.http.document.AnswersLines;
import io.jiayou.imports.Importing;
import io.jiayou.imports.InFlight;
import io.jiayou.imports.Reading;
import io.jiayou.imports.StrictRefusal;
import io.jiayou.imports.Tally;
import io.jiayou.imports.Zones;
import io.jiayou.station.Station;
import io.jiayou.station.events.StationEvent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/imports/stations}. */
@RestController
@Tag(name = "Imports")
class StationImport {

    private final Importing importing;
    private final StationSending sending;
    private final Lookup<Station, StationEvent> stations;
    private final StationNames names = new StationNames();

    StationImport(Importing importing, StationSending sending, Lookup<Station, StationEvent> stations) {
        this.importing = importing;
        this.sending = sending;
        this.stations = stations;
    }

    @AnswersLines
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/geo+json", schema = @Schema(type = "object")),
                @Content(mediaType = "application/json", schema = @Schema(type = "object"))
            })
    @PostMapping(
            path = "/api/imports/stations",
            consumes = {"application/geo+json", "application/vnd.geo+json", "application/json"})
    @Operation(
            operationId = "importStations",
            summary = "Import fuel stations from GeoJSON",
            description = "Answers one JSON object per line: progress, a report, and a problem if the file breaks off.")
    void post(
            InputStream body,
            @Parameter(description = "import nothing if any feature can't be read")
                    @RequestParam(defaultValue = "false")
                    boolean strict,
            @Parameter(description = "IANA zone of the stations' clocks") @RequestParam(defaultValue = "Asia/Shanghai")
                    String zone,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ZoneId clocks = Zones.read(zone);
        try (Reading reading = importing.begin(request)) {
            post(body, strict, clocks, reading, response);
        }
    }

    private void post(InputStream body, boolean strict, ZoneId clocks, Reading reading, HttpServletResponse response)
            throws IOException {
        Tally tally = new Tally(ReadersLanguage.current());
        StationFile file = read(body, tally, reading);
        if (file.broken() != null && (strict || file.features() == 0)) {
            throw file.broken();
        }
        if (strict && tally.isFaulty()) {
            throw new StrictRefusal(tally.report(importing.version()));
        }
        importing.carryOut(
                reading,
                response,
                tally,
                file.features(),
                (flight, progress) -> send(file, clocks, tally, flight, progress));
    }

    private StationFile read(InputStream body, Tally tally, Reading reading) {
        try (FeatureReader features = new FeatureReader(reading.guarding(body))) {
            return StationFile.read(features, names, tally, reading);
        }
    }

    private void send(StationFile file, ZoneId zone, Tally tally, InFlight flight, Runnable progress) {
        StationIds ids = new StationIds(stations::find);
        for (Listing listing : file.stations()) {
            flight.start(listing.place().spot().toString(), () -> ids.look(listing));
            progress.run();
        }
        flight.finish();
        ids.given().forEach((stationId, listing) -> {
            flight.start(stationId, () -> sending.send(stationId, listing, zone, tally));
            progress.run();
        });
        if (file.broken() != null) {
            throw file.broken();
        }
    }
}
