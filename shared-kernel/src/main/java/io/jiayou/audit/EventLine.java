package io.jiayou.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Writes the canonical line of an event, whose form {@link EventRecord} describes. */
public final class EventLine {

    static final int VERSION = 1;

    private static final byte[] PAYLOAD = ",\"payload\":".getBytes(StandardCharsets.UTF_8);
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int LONGEST_YEAR = 9999;

    private EventLine() {}

    /**
     * The line of an event whose metadata is still as its store keeps it. The same as {@link EventRecord#canonical()}, for
     * a third of the time.
     *
     * @param metadata a JSON object
     * @return null unless its members are texts of plain ASCII: then it has to be read as an {@link EventRecord}
     * @throws IllegalArgumentException if the payload isn't one line
     */
    public static byte @Nullable [] ofPlain(
            String id,
            Instant time,
            @Nullable String aggregateType,
            @Nullable String aggregateId,
            long sequence,
            String type,
            @Nullable String revision,
            byte[] metadata,
            byte[] payload) {
        requireOneLine(id, payload);
        byte[] canonical = PlainMembers.canonical(metadata);
        return canonical == null
                ? null
                : of(id, time, aggregateType, aggregateId, sequence, type, revision, canonical, payload);
    }

    static byte[] of(
            String id,
            Instant time,
            @Nullable String aggregateType,
            @Nullable String aggregateId,
            long sequence,
            String type,
            @Nullable String revision,
            byte[] metadata,
            byte[] payload) {
        StringBuilder line = new StringBuilder(384).append("{\"v\":").append(VERSION);
        text(line, ",\"id\":", id);
        line.append(",\"time\":\"");
        time(line, time);
        line.append('"');
        if (aggregateType != null && aggregateId != null) {
            text(line, ",\"aggregateType\":", aggregateType);
            text(line, ",\"aggregateId\":", aggregateId);
            line.append(",\"sequence\":").append(sequence);
        }
        text(line, ",\"type\":", type);
        if (revision != null) {
            text(line, ",\"revision\":", revision);
        }
        byte[] before = line.append(",\"metadata\":").toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(before, before.length + metadata.length + PAYLOAD.length + payload.length + 1);
        System.arraycopy(metadata, 0, all, before.length, metadata.length);
        System.arraycopy(PAYLOAD, 0, all, before.length + metadata.length, PAYLOAD.length);
        System.arraycopy(payload, 0, all, all.length - 1 - payload.length, payload.length);
        all[all.length - 1] = '}';
        return all;
    }

    static byte[] metadata(SortedMap<String, String> metadata) {
        StringBuilder object = new StringBuilder(256);
        String separator = "{";
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            text(object, separator, entry.getKey());
            text(object, ":", entry.getValue());
            separator = ",";
        }
        return object.append(metadata.isEmpty() ? "{}" : "}").toString().getBytes(StandardCharsets.UTF_8);
    }

    static void requireOneLine(String id, byte[] payload) {
        for (byte b : payload) {
            if (b >= 0 && b < ' ') {
                throw new IllegalArgumentException("the payload of event " + id + " isn't one line of JSON");
            }
        }
    }

    private static void text(StringBuilder line, String before, String text) {
        line.append(before);
        CanonicalText.append(line, text);
    }

    /** As {@link Instant#toString()} writes it, which takes ten times as long. */
    private static void time(StringBuilder line, Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        int nanos = time.getNano();
        if (utc.getYear() < 1000 || utc.getYear() > LONGEST_YEAR || nanos % NANOS_PER_MILLI != 0) {
            line.append(time);
            return;
        }
        line.append(utc.getYear());
        digits(line.append('-'), utc.getMonthValue(), 2);
        digits(line.append('-'), utc.getDayOfMonth(), 2);
        digits(line.append('T'), utc.getHour(), 2);
        digits(line.append(':'), utc.getMinute(), 2);
        digits(line.append(':'), utc.getSecond(), 2);
        if (nanos != 0) {
            digits(line.append('.'), nanos / NANOS_PER_MILLI, 3);
        }
        line.append('Z');
    }

    private static void digits(StringBuilder line, int number, int width) {
        for (int unit = width == 3 ? 100 : 10; unit > 0; unit /= 10) {
            line.append((char) ('0' + number / unit % 10));
        }
    }
}
