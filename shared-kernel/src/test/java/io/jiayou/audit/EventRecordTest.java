package io.jiayou.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRecordTest {

    private static final Instant TIME = Instant.parse("2026-03-01T08:00:00.120Z");
    private static final String LINE = "{\"v\":1,\"id\":\"e1\",\"time\":\"2026-03-01T08:00:00.120Z\","
            + "\"aggregateType\":\"Order\",\"aggregateId\":\"o1\",\"sequence\":3,\"type\":\"order.placed\","
            + "\"revision\":\"1\",\"metadata\":{\"actor\":\"加油\\n\\u001f\\\"\",\"channel\":\"x\"},"
            + "\"payload\":{\"b\": 1.50,\"a\":\"油\\u6cb9\"}}";

    private static EventRecord record(String payload) {
        return new EventRecord(
                "e1",
                TIME,
                "Order",
                "o1",
                3,
                "order.placed",
                "1",
                new TreeMap<>(Map.of("channel", "x", "actor", "加油\n\u001f\"")),
                payload.getBytes(UTF_8));
    }

    @Test
    void isWrittenAsTheFormatSays() {
        assertThat(new String(record("{\"b\": 1.50,\"a\":\"油\\u6cb9\"}").canonical(), UTF_8))
                .isEqualTo(LINE);
    }

    @Test
    void leavesOutWhatIsAbsent() {
        EventRecord plain = new EventRecord(
                "e1", Instant.EPOCH, null, null, 0, "note", null, new TreeMap<>(), "null".getBytes(UTF_8));

        assertThat(new String(plain.canonical(), UTF_8))
                .isEqualTo("{\"v\":1,\"id\":\"e1\",\"time\":\"1970-01-01T00:00:00Z\",\"type\":\"note\","
                        + "\"metadata\":{},\"payload\":null}");
        assertThat(EventRecord.parse(plain.canonical())).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"a\":[1,{\"b\":\"}\"}]}", "[]", "\"x\\\"\"", "12", "1.0e3", "true", "{ \"a\" : 1 }"})
    void keepsThePayloadByteForByte(String payload) {
        EventRecord read = EventRecord.parse(record(payload).canonical());

        assertThat(new String(read.payload(), UTF_8)).isEqualTo(payload);
        assertThat(read).isEqualTo(record(payload));
    }

    @Test
    void refusesWhateverElseMeansTheSame() {
        for (String other : new String[] {
            LINE + "\n",
            LINE + " ",
            " " + LINE,
            LINE.replace("\"v\":1", "\"v\":2"),
            LINE.replace("\"v\":1,", "\"v\":1, "),
            LINE.replace("\"v\":1,", ""),
            LINE.replace("\"v\":1,", "\"v\":1,\"more\":\"x\","),
            LINE.replace("\\u001f", "\\u001F"),
            LINE.replace("加", "\\u52a0"),
            LINE.replace("\"sequence\":3", "\"sequence\":03"),
            LINE.replace("\"sequence\":3", "\"sequence\":-3"),
            LINE.replace("08:00:00.120Z", "08:00:00.12Z"),
            LINE.replace("08:00:00.120Z", "25:00:00.120Z"),
            LINE.replace("\"actor\"", "\"zactor\""),
            LINE.replace("\"id\":\"e1\"", "\"id\":\"e1\",\"id\":\"e1\""),
            LINE.replace("\"payload\"", "\"payl0ad\""),
            LINE.substring(0, LINE.length() - 1),
            LINE + LINE,
            "",
            "null",
            "[]"
        }) {
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> EventRecord.parse(other.getBytes(UTF_8)));
        }
    }

    @Test
    void refusesAPayloadOfSeveralLinesAndHalfAPair() {
        assertThatIllegalArgumentException().isThrownBy(() -> record("{\n}"));
        EventRecord half =
                new EventRecord("\ud83d", TIME, null, null, 0, "note", null, new TreeMap<>(), "{}".getBytes(UTF_8));
        assertThatIllegalArgumentException().isThrownBy(half::canonical);
    }
}
