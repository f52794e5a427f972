package io.jiayou.imports.stations;

import io.jiayou.imports.BrokenFile;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the features of a GeoJSON feature collection (RFC 7946) one by one. */
final class FeatureReader implements AutoCloseable {

    static final String FILE = "stations";

    private final ObjectReader trees;
    private final JsonParser parser;
    private boolean begun;

    FeatureReader(InputStream bytes, JsonMapper json) {
        this.trees = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.parser = json.createParser(bytes);
    }

    /**
     * The next feature; none after the last.
     *
     * @throws BrokenFile where the file isn't JSON or no feature collection
     */
    @Nullable
    Feature next() {
        try {
            if (!begun) {
                seekFeatures();
                begun = true;
            }
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                readToTheEnd();
                return null;
            }
            long line = line();
            return new Feature(line, trees.readTree(parser));
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    private void seekFeatures() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new BrokenFile(FILE, 1, "the file is empty");
        }
        if (first != JsonToken.START_OBJECT) {
            throw notACollection();
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                return;
            }
            if (name.equals("type") && !"FeatureCollection".equals(parser.getString())) {
                throw notACollection();
            }
            parser.skipChildren();
        }
        throw notACollection();
    }

    /** What follows the features must be JSON as well: otherwise the file may have been cut off. */
    private void readToTheEnd() {
        JsonToken token;
        do {
            token = parser.nextToken();
        } while (token != null);
    }

    private BrokenFile notACollection() {
        return new BrokenFile(FILE, line(), "not a GeoJSON feature collection");
    }

    private long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private BrokenFile broken(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        boolean known = location != null && location.getLineNr() > 0;
        return new BrokenFile(FILE, known ? location.getLineNr() : line(), String.valueOf(e.getOriginalMessage()));
    }
}
