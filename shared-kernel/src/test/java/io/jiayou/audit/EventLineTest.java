package io.jiayou.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventLineTest {

    private static final byte[] PAYLOAD = "{\"a\":1}".getBytes(UTF_8);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static byte @Nullable [] line(Instant time, String metadata) {
        return EventLine.ofPlain("e", time, "Order", "o", 3, "order.placed", "1", metadata.getBytes(UTF_8), PAYLOAD);
    }

    private static EventRecord record(Instant time, Map<String, String> metadata) {
        return new EventRecord("e", time, "Order", "o", 3, "order.placed", "1", new TreeMap<>(metadata), PAYLOAD);
    }

    /** Members in any order, most of them plain, against the way through objects. */
    @Test
    void isTheLineOfTheRecordOrNone() {
        SplittableRandom random = new SplittableRandom(1);
        int plain = 0;
        for (int run = 0; run < 20_000; run++) {
            Map<String, String> metadata = new LinkedHashMap<>();
            for (int members = random.nextInt(9); members > 0; members--) {
                metadata.put(anyText(random), anyText(random));
            }
            byte[] line = line(Instant.EPOCH, JSON.writeValueAsString(metadata));
            if (line != null) {
                plain++;
                assertThat(line).isEqualTo(record(Instant.EPOCH, metadata).canonical());
            }
        }
        assertThat(plain).isBetween(5_000, 19_000);
    }

    private static String anyText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.appendCodePoint(random.nextInt(50) == 0 ? random.nextInt(0xd800) : ' ' + random.nextInt(0x60));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}}",
                "{} ",
                " {}",
                "{\"a\"}",
                "{\"a\":1}",
                "{\"a\":\"b\",}",
                "{\"a\":\"b\"",
                "{\"a\":\"b",
                "{\"a\":\"b\"}x",
                "{\"a\": \"b\"}",
                "{\"a\":\"\\u0062\"}",
                "{\"油\":\"b\"}",
                "{\"b\":\"x\",\"a\":\"x\",\"b\":\"y\"}"
            })
    void leavesToTheReaderWhatIsNotPlain(String metadata) {
        assertThat(line(Instant.EPOCH, metadata)).isNull();
    }

    @Test
    void leavesManyMembersToTheReader() {
        Map<String, String> metadata = new TreeMap<>();
        for (int member = 0; member < 32; member++) {
            metadata.put("k" + member, "");
        }
        assertThat(line(Instant.EPOCH, JSON.writeValueAsString(metadata)))
                .isEqualTo(record(Instant.EPOCH, metadata).canonical());
        metadata.put("l", "");
        assertThat(line(Instant.EPOCH, JSON.writeValueAsString(metadata))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "2026-03-01T08:00:00.120Z",
                "2026-12-31T23:59:59.001Z",
                "2026-12-31T23:59:59.001002Z",
                "2026-12-31T23:59:59.000000001Z",
                "0000-01-01T00:00:00Z",
                "0999-01-01T00:00:00.500Z",
                "1000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z",
                "-0044-03-15T12:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void writesTimesAsTheyAreNamed(String time) {
        assertThat(line(Instant.parse(time), "{}")).asString().contains("\"time\":\"" + time + "\"");
    }

    @Test
    void writesEveryKindOfTimeAsTheStandardLibraryDoes() {
        SplittableRandom random = new SplittableRandom(2);
        for (int run = 0; run < 20_000; run++) {
            Instant time = Instant.ofEpochMilli(random.nextLong(-100_000_000_000_000L, 400_000_000_000_000L));
            assertThat(line(time, "{}")).asString().contains("\"time\":\"" + time + "\"");
        }
    }

    @Test
    void refusesAPayloadOfSeveralLines() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventLine.ofPlain(
                        "e", Instant.EPOCH, null, null, 0, "note", null, "{}".getBytes(UTF_8), "{\n}".getBytes(UTF_8)));
    }
}
