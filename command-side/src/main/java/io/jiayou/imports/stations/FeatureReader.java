package io.jiayou.imports.stations;

import io.jiayou.imports.BrokenFile;
import io.jiayou.imports.Spot;
import io.jiayou.imports.stations.Excerpt.Asked;
import io.jiayou.rules.Detail;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Reads the features of a GeoJSON feature collection (RFC 7946) one by one. */
final class FeatureReader implements AutoCloseable {

    static final String FILE = "stations";

    /** No place takes that many characters. */
    static final int LONGEST = 64 * 1024;

    /** WGS-84 in three names, and the Chinese CGCS2000, which differs from it by centimetres. */
    private static final Pattern WGS_84 = Pattern.compile(".*(?:CRS84h?|(?<![0-9])(?:4326|4490))");

    private static final Asked FEATURE = Asked.object(Map.of(
            "id",
            Asked.VALUE,
            "type",
            Asked.VALUE,
            "properties",
            Asked.object(Map.of("name", Asked.VALUE, "address", Asked.VALUE, "district", Asked.VALUE)),
            "geometry",
            Asked.object(Map.of("type", Asked.VALUE, "coordinates", Asked.array(2)))));

    private static final Asked CRS =
            Asked.object(Map.of("properties", Asked.object(Map.of("name", Asked.VALUE, "code", Asked.VALUE))));

    private static final ObjectReader VALUES = JsonMapper.builder(JsonFactory.builder()
                    // all names of members would be kept, those that are read over among them
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST)
                            .build())
                    .build())
            .build()
            .reader()
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Python writes NaN for a number that isn't known: it costs its feature and not the file
            .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);

    private final JsonParser parser;
    private boolean inFeatures;
    private long number;

    FeatureReader(InputStream bytes) {
        this.parser = VALUES.createParser(new Utf8Reader(bytes));
    }

    /**
     * The next feature; none after the last.
     *
     * @throws BrokenFile where the file isn't JSON or no feature collection, or has more than one
     */
    @Nullable
    Feature next() {
        try {
            if (!inFeatures) {
                seekFeatures();
                inFeatures = true;
            }
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                readToTheEnd();
                return null;
            }
            number++;
            return feature(new Spot(null, line(), number));
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    private Feature feature(Spot spot) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Feature(spot, NullNode.getInstance(), false);
        }
        long begin = parser.currentTokenLocation().getCharOffset();
        JsonNode json = Excerpt.of(parser, VALUES, FEATURE);
        return new Feature(spot, json, parser.currentLocation().getCharOffset() - begin > LONGEST);
    }

    private void seekFeatures() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new BrokenFile(FILE, 1, Detail.of("the file is empty"));
        }
        if (first != JsonToken.START_OBJECT) {
            throw notACollection();
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                return;
            }
            readBeside(name);
        }
        throw notACollection();
    }

    /** What follows the features: no second ones, and no end of the file before the end of the collection. */
    private void readToTheEnd() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            readBeside(name);
        }
        if (parser.nextToken() != null) {
            throw new BrokenFile(FILE, line(), Detail.of("something follows behind the feature collection"));
        }
    }

    /** A member beside the features. */
    private void readBeside(String name) {
        if (name.equals("features")) {
            throw new BrokenFile(
                    FILE, line(), inFeatures ? Detail.of("features stands twice") : Detail.of("features is no array"));
        }
        if (name.equals("type") && !"FeatureCollection".equals(parser.getString())) {
            throw notACollection();
        }
        if (name.equals("crs") && parser.currentToken() == JsonToken.START_OBJECT) {
            requireWgs84(Excerpt.of(parser, VALUES, CRS).path("properties"));
        } else {
            parser.skipChildren();
        }
    }

    /** A system of before RFC 7946. Positions of another one would be wrong by hundreds of metres, and nobody would see it. */
    private void requireWgs84(JsonNode properties) {
        String name =
                properties.path("name").asString("") + properties.path("code").asString("");
        if (!WGS_84.matcher(name).matches()) {
            throw new BrokenFile(FILE, line(), Detail.of("crs isn't WGS-84, which GeoJSON is in"));
        }
    }

    private BrokenFile notACollection() {
        return new BrokenFile(FILE, line(), Detail.of("not a GeoJSON feature collection"));
    }

    private long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private BrokenFile broken(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        boolean known = location != null && location.getLineNr() > 0;
        String message = String.valueOf(e.getOriginalMessage());
        Detail reason = e.getCause() instanceof CharacterCodingException
                ? Detail.of("not UTF-8")
                : Detail.of("no JSON: {0}", message);
        return new BrokenFile(
                FILE,
                known ? location.getLineNr() : line(),
                number == 0 ? reason : Detail.of("{0} (feature {1})", reason, number));
    }
}
