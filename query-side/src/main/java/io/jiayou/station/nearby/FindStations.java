package io.jiayou.station.nearby;

import static io.jiayou.parameters.Parameters.invalid;

import com.mongodb.client.MongoCollection;
import io.jiayou.http.given.Given;
import io.jiayou.parameters.Cursor;
import io.jiayou.parameters.Page;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.NotAllowed;
import io.jiayou.station.nearby.Place.Sort;
import io.jiayou.values.GeoPoint;
import io.jiayou.values.Grade;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/stations}. */
@RestController
@Reads(NearbyStationModel.class)
@Tag(name = "Stations")
class FindStations {

    /** Degrees, as a pattern of ECMA-262. */
    private static final String NEAR =
            "^-?(?:[0-8]?[0-9](?:\\.[0-9]+)?|90(?:\\.0+)?),-?(?:(?:1[0-7]|[0-9])?[0-9](?:\\.[0-9]+)?|180(?:\\.0+)?)$";

    private static final int DEFAULT_RADIUS = 5_000;
    private static final int LARGEST_RADIUS = 50_000;
    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]+)?");

    private final ReadModels readModels;
    private final NearbyStationModel nearby;

    FindStations(ReadModels readModels, NearbyStationModel nearby) {
        this.readModels = readModels;
        this.nearby = nearby;
    }

    @GetMapping("/api/stations")
    @Operation(
            operationId = "findStations",
            summary = "Stations around a place, or all stations",
            description = "With near: by distance or by price, at most a radius away. Without: by id.")
    Page<StationItem> find(
            @Parameter(
                            description = "latitude and longitude, WGS-84: 31.2304,121.4737",
                            schema = @Schema(type = "string", pattern = NEAR))
                    @RequestParam(required = false)
                    @Nullable
                    String near,
            @Parameter(description = "metres; with near only, 5000 if absent")
                    @RequestParam(required = false)
                    @Min(1)
                    @Max(LARGEST_RADIUS)
                    @Nullable
                    Integer radius,
            @Parameter(description = "only stations with a price for this grade; encode # as %23")
                    @RequestParam(required = false)
                    @Nullable
                    @Given(Limit.GRADE)
                    String grade,
            @Parameter(
                            description = "with near only, distance if absent; price needs a grade",
                            schema = @Schema(allowableValues = {"distance", "price"}))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = "only stations that sell at this moment") @RequestParam(defaultValue = "false")
                    boolean open,
            @Parameter(description = "only stations of this district")
                    @RequestParam(required = false)
                    @Nullable
                    @Given(Limit.BRAND)
                    String district,
            @Parameter(description = "only stations of this brand")
                    @RequestParam(required = false)
                    @Nullable
                    @Given(Limit.BRAND)
                    String brand,
            @Parameter(
                            description = "nextCursor of the page before",
                            schema = @Schema(type = "string", pattern = Cursor.WRITTEN))
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST_LIMIT) int limit) {
        String code = grade == null
                ? null
                : Parameters.read("grade", grade, Grade::new).code();
        Wanted wanted = new Wanted(code, open, district, brand, readModels.moment());
        MongoCollection<NearbyStation> stations = readModels.of(nearby).collection();
        if (near == null) {
            refuse("radius", radius);
            refuse("sort", sort);
            return new StationList(wanted).page(stations, cursor, limit);
        }
        return new NearbySearch(place(near), radius == null ? DEFAULT_RADIUS : radius, sort(sort, code), wanted)
                .page(stations, cursor, limit);
    }

    private static Sort sort(@Nullable String given, @Nullable String grade) {
        Sort sort = given == null ? Sort.DISTANCE : Parameters.oneOf("sort", given, Sort.class);
        if (sort == Sort.PRICE && grade == null) {
            throw invalid("grade", "sort by price needs a grade");
        }
        return sort;
    }

    private static GeoPoint place(String near) {
        return Parameters.read("near", near, text -> {
            String[] degrees = text.split(",", -1);
            if (degrees.length != 2) {
                throw new NotAllowed("near is a latitude, a comma and a longitude: 31.2304,121.4737");
            }
            return new GeoPoint(degree(degrees[0]), degree(degrees[1]));
        });
    }

    /** Java would read much else: {@code 31d}, {@code 0x1p3}. */
    private static double degree(String text) {
        if (!DEGREES.matcher(text).matches()) {
            throw new NotAllowed("near is two numbers, in degrees: 31.2304,121.4737");
        }
        return Double.parseDouble(text);
    }

    private static void refuse(String name, @Nullable Object given) {
        if (given != null) {
            throw invalid(name, "{0} needs near", name);
        }
    }
}
