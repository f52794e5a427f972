package io.jiayou.imports.stations;

import io.jiayou.imports.Refusal;
import io.jiayou.imports.Spot;
import io.jiayou.rules.NotAllowed;
import io.jiayou.values.GeoPoint;
import io.jiayou.values.Limits;
import io.jiayou.values.Text;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A feature that names a place on the map.
 *
 * @param id the feature's own id; most have none
 * @param sharedId the feature's id if it is nobody's own: empty, or others have it too
 * @param name in normal form (NFKC: one kind of brackets, digits and spaces)
 * @param location WGS-84
 */
record Place(
        Spot spot,
        @Nullable String id,
        @Nullable String sharedId,
        String name,
        @Nullable String address,
        @Nullable String district,
        GeoPoint location) {

    /** So many times as long as may be kept isn't even put into normal form, which takes the square of a text of marks. */
    private static final int UNTOUCHED = 4;

    /** Line ends and tabs, and what is left of a file that began here, stand in texts of many files, where a blank is meant. */
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\t\\n\\r\\x{2028}\\x{2029}\\x{FEFF}]\\s*");

    /** @throws io.jiayou.imports.RefusedLine for what is no place or lacks name or coordinates */
    static Place of(Feature feature) {
        JsonNode json = feature.json();
        if (feature.tooLong()) {
            throw Refusal.UNREADABLE_LINE.because("longer than {0} characters", FeatureReader.LONGEST);
        }
        if (json.isMissingNode()) {
            throw Refusal.UNREADABLE_VALUE.because("a member stands twice");
        }
        if (!json.isObject() || !json.path("type").asString("").equals("Feature")) {
            throw Refusal.NOT_A_FEATURE.because("type is not Feature");
        }
        JsonNode properties = json.path("properties");
        String name = text(properties, "name", Limits.STATION);
        if (name == null) {
            throw Refusal.NAME_MISSING.because("{0}", "properties.name");
        }
        return new Place(
                feature.spot(),
                id(json.path("id")),
                null,
                name,
                text(properties, "address", Limits.ADDRESS),
                text(properties, "district", Limits.BRAND),
                location(json.path("geometry")));
    }

    private static @Nullable String text(JsonNode properties, String field, int longest) {
        JsonNode value = properties.path(field);
        if (!value.isString()) {
            return null;
        }
        if (value.asString().length() > UNTOUCHED * longest) {
            throw Refusal.TEXT_TOO_LONG.because("{0} has more than {1} characters", "properties." + field, longest);
        }
        String text = BREAKS.matcher(Normalizer.normalize(value.asString(), Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        if (!Text.isVisible(text)) {
            return null;
        }
        requirePlain("properties." + field, text);
        if (text.codePointCount(0, text.length()) > longest) {
            throw Refusal.TEXT_TOO_LONG.because("{0} has more than {1} characters", "properties." + field, longest);
        }
        return text;
    }

    private static void requirePlain(String member, String text) {
        if (!Text.isLine(text) || Text.turnsDirection(text)) {
            throw Refusal.UNREADABLE_VALUE.because("{0} has characters that can't be kept", member);
        }
    }

    /**
     * The nearest number that a double can be; an integer of many digits is beyond all of them, as 1e400 is. West of a
     * meridian and south of the equator, nothing is at -0.0 that isn't at 0.0.
     */
    private static double number(JsonNode node) {
        return 0.0 + (node.isBigInteger() ? node.bigIntegerValue().doubleValue() : node.asDouble());
    }

    private static @Nullable String id(JsonNode id) {
        if (!id.isValueNode() || id.isNull()) {
            return null;
        }
        requirePlain("id", id.asString());
        return id.asString();
    }

    private static GeoPoint location(JsonNode geometry) {
        if (!geometry.path("type").asString("").equals("Point")) {
            throw Refusal.NOT_A_POINT.because("geometry.type is not Point");
        }
        JsonNode longitude = geometry.path("coordinates").path(0);
        JsonNode latitude = geometry.path("coordinates").path(1);
        if (!longitude.isNumber() || !latitude.isNumber()) {
            throw Refusal.WRONG_COORDINATES.because("two numbers are expected: longitude, latitude");
        }
        if (number(longitude) == 0 && number(latitude) == 0) {
            throw Refusal.WRONG_COORDINATES.because("0, 0 stands for an unknown place");
        }
        try {
            return new GeoPoint(number(latitude), number(longitude));
        } catch (IllegalArgumentException e) {
            throw Refusal.WRONG_COORDINATES.because("{0}", NotAllowed.why(e));
        }
    }
}
