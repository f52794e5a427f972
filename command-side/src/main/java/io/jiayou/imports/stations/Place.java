package io.jiayou.imports.stations;

import io.jiayou.imports.Refusal;
import io.jiayou.values.GeoPoint;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A feature that names a place on the map.
 *
 * @param line where it begins in the file
 * @param id the feature's own id; most have none
 * @param name in normal form (NFKC: one kind of brackets, digits and spaces)
 * @param location WGS-84
 */
record Place(
        long line,
        @Nullable String id,
        String name,
        @Nullable String address,
        @Nullable String district,
        GeoPoint location) {

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_ADDRESS = 256;
    private static final int LONGEST_DISTRICT = 64;

    /** @throws io.jiayou.imports.RefusedLine for what is no place or lacks name or coordinates */
    static Place of(Feature feature) {
        JsonNode json = feature.json();
        if (!json.isObject() || !json.path("type").asString("").equals("Feature")) {
            throw Refusal.NOT_A_FEATURE.because("type is not Feature");
        }
        JsonNode properties = json.path("properties");
        String name = text(properties, "name", LONGEST_NAME);
        if (name == null) {
            throw Refusal.NAME_MISSING.because("properties.name");
        }
        JsonNode id = json.path("id");
        return new Place(
                feature.line(),
                id.isValueNode() && !id.isNull() ? id.asString() : null,
                name,
                text(properties, "address", LONGEST_ADDRESS),
                text(properties, "district", LONGEST_DISTRICT),
                location(json.path("geometry")));
    }

    private static @Nullable String text(JsonNode properties, String field, int longest) {
        JsonNode value = properties.path(field);
        if (!value.isString()) {
            return null;
        }
        String text =
                Normalizer.normalize(value.asString(), Normalizer.Form.NFKC).strip();
        if (text.length() > longest) {
            throw Refusal.TEXT_TOO_LONG.because("properties." + field + " has more than " + longest + " characters");
        }
        return text.isEmpty() ? null : text;
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
        if (longitude.asDouble() == 0 && latitude.asDouble() == 0) {
            throw Refusal.WRONG_COORDINATES.because("0, 0 stands for an unknown place");
        }
        try {
            return new GeoPoint(latitude.asDouble(), longitude.asDouble());
        } catch (IllegalArgumentException e) {
            throw Refusal.WRONG_COORDINATES.because(String.valueOf(e.getMessage()));
        }
    }
}
