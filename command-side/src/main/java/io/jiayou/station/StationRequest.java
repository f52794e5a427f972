package io.jiayou.station;

import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.http.given.Given;
import io.jiayou.rules.NotAllowed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.values.GeoPoint;
import io.jiayou.values.Limit;
import io.jiayou.values.OpeningHours;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A station's description as clients send it. */
public record StationRequest(
        @Schema(
                description = "chosen by the client when registering; the server makes one if absent",
                example = ExampleIds.STATION)
        @Nullable
        @Given(Limit.ID)
        String stationId,

        @Schema(example = "康健加油站") @NotNull @Given(Limit.STATION)
        String name,

        @Schema(example = "中国石化") @Nullable @Given(value = Limit.BRAND, blank = true)
        String brand,

        @Schema(example = "上海市徐汇区虹漕南路777号") @Nullable @Given(value = Limit.ADDRESS, blank = true)
        String address,

        @Schema(example = "徐汇区") @Nullable @Given(value = Limit.BRAND, blank = true)
        String district,

        @Schema(description = "WGS-84", example = """
            {"latitude": 31.1721, "longitude": 121.4052}\
            """) @Nullable
        GeoPoint location,

        @Schema(description = "24/7, or rules such as Mo-Fr 06:00-22:00; Sa,Su 08:00-20:00", example = "24/7")
        @Nullable
        @Given(Limit.OPENING_HOURS)
        String openingHours,

        @Schema(description = "IANA zone of its clocks; Asia/Shanghai if absent", example = "Asia/Shanghai")
        @Nullable
        @Given(Limit.ZONE)
        String zone) {

    private static final String DEFAULT_ZONE = "Asia/Shanghai";

    /** @throws io.jiayou.http.ProblemException for opening hours or a zone that can't be read */
    public StationDescription description() {
        if (openingHours != null) {
            Fields.read("openingHours", openingHours, OpeningHours::parse);
        }
        return new StationDescription(
                Fields.line("name", name),
                Fields.optionalLine("brand", brand),
                Fields.optionalLine("address", address),
                Fields.optionalLine("district", district),
                location == null ? null : Fields.read("location", location, StationRequest::somewhere),
                openingHours,
                zone == null ? DEFAULT_ZONE : Fields.read("zone", zone, StationRequest::known));
    }

    /** What stands for an unknown place in files does so in bodies. */
    private static GeoPoint somewhere(GeoPoint place) {
        if (place.latitude() == 0 && place.longitude() == 0) {
            throw new NotAllowed("0, 0 stands for an unknown place");
        }
        return place;
    }

    private static String known(String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw new NotAllowed("not a time zone");
        }
    }
}
