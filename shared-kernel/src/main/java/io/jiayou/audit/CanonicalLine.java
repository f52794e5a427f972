package io.jiayou.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads canonical lines, and nothing that only looks like one. */
final class CanonicalLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final byte[] line;
    private final Map<String, String> texts = new HashMap<>();
    private final SortedMap<String, String> metadata = new TreeMap<>();
    private long sequence;
    private byte @Nullable [] payload;

    private CanonicalLine(byte[] line) {
        this.line = line;
    }

    static EventRecord parse(byte[] line) {
        try {
            EventRecord record = new CanonicalLine(line).read();
            // Whatever the reader tolerates (an order, a space, an escape, a second member) shows here.
            if (Arrays.equals(record.canonical(), line)) {
                return record;
            }
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("no event: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("an event that isn't in its canonical form");
    }

    private EventRecord read() {
        try (JsonParser parser = JSON.createParser(line)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                member(name, parser);
            }
            require(parser.nextToken() == null);
        }
        byte[] found = payload;
        if (found == null) {
            throw new IllegalArgumentException("no event: it has no payload");
        }
        return new EventRecord(
                text("id"),
                Instant.parse(text("time")),
                texts.get("aggregateType"),
                texts.get("aggregateId"),
                sequence,
                text("type"),
                texts.get("revision"),
                metadata,
                found);
    }

    private void member(String name, JsonParser parser) {
        switch (name) {
            case "v" -> require(parser.getIntValue() == EventRecord.VERSION);
            case "sequence" -> sequence = parser.getLongValue();
            case "metadata" -> {
                require(parser.currentToken() == JsonToken.START_OBJECT);
                for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                    require(parser.nextToken() == JsonToken.VALUE_STRING);
                    metadata.put(key, parser.getString());
                }
            }
            case "payload" -> payload = verbatim(parser);
            default -> {
                require(parser.currentToken() == JsonToken.VALUE_STRING);
                texts.put(name, parser.getString());
            }
        }
    }

    private byte[] verbatim(JsonParser parser) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return Arrays.copyOfRange(line, from, (int) parser.currentLocation().getByteOffset());
    }

    private String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no event: it has no " + name);
        }
        return text;
    }

    private static void require(boolean expected) {
        if (!expected) {
            throw new IllegalArgumentException("no event: another form is expected");
        }
    }
}
