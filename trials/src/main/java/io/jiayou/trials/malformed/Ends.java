package io.jiayou.trials.malformed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ends of what a value can be and what lies behind them, from its schema; as JSON, since no tree holds all of it. */
final class Ends {

    /** Halves of surrogate pairs can only be said by escapes. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int USUAL_LENGTH = 64;
    private static final int MANY = 1_000;

    private static final List<String> OF_ANY_KIND = List.of("null", "true", "{}", "[]", "[null]", "{\"a\":1}", "[[]]");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0.0",
            "1",
            "-1",
            "0.5",
            "1e3",
            "1e400",
            "-1e400",
            "1e-400",
            "2147483647",
            "2147483648",
            "9007199254740991",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "9".repeat(310),
            "90",
            "90.0000000001",
            "-90",
            "180",
            "180.0000000001",
            "1.7976931348623157e308",
            "4.9e-324");

    /** Not yet escaped; halves of surrogate pairs are what they are. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "a\tb",
            "a\nb",
            "a\r\nb",
            "a\u0000b",
            "a\u001fb",
            "a\u007fb",
            "a\u0085b",
            "\ud842",
            "中国石化(半代理\ud842加油站)",
            "\udfff\ud800",
            "a\uffff",
            "a\ufffe",
            "a\ufdd0",
            "a\udbff\udfff",
            "\ufeffa",
            "\u200b\u200b",
            "\u3164",
            "a\u2028b",
            "\u202eabc",
            "\u0627\u0644\u0648\u0642\u0648\u062f",
            "e" + "\u0301".repeat(40),
            "😀",
            "👩‍👩‍👧‍👦",
            "𠮷",
            "ﷺ",
            "-",
            ".",
            "..",
            "a",
            "0",
            "-1",
            "XXX",
            "XAU",
            "KWD",
            "JPY",
            "[erased]",
            "sealed1:a:b:c:d",
            "$where",
            "a.b");

    private static final List<String> TIMES = List.of(
            "-999999999-01-01T00:00:00+18:00",
            "-300000000-01-01T00:00:00Z",
            "-292275056-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "1582-10-10T09:41:00Z",
            "1899-12-31T00:00:00Z",
            "1970-01-01T00:00:00Z",
            "1999-12-31T05:59:59.999Z",
            "1999-12-31T06:00:00Z",
            "2000-01-01T00:00:00+18:00",
            "2099-12-31T23:59:59.999-18:00",
            "2100-01-01T17:59:59.999999999Z",
            "2100-01-01T18:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59-18:00",
            "+10000-01-01T00:00:00Z",
            "+292278994-08-17T07:12:55.808Z",
            "+999999999-12-31T23:59:59.999999999-18:00",
            "2026-02-29T00:00:00Z",
            "2026-06-30T23:59:60Z",
            "2026-03-01",
            "2026-03-01T24:00:00Z");

    private Ends() {}

    /** Of a member of a body, as JSON. */
    static Set<String> json(JsonNode schema) {
        Set<String> ends = new LinkedHashSet<>();
        if (schema.has("items")) {
            for (String end : json(schema.path("items"))) {
                ends.add("[" + end + "]");
            }
            String entry =
                    JSON.writeValueAsString(schema.path("items").path("example").asString("95#"));
            ends.add("[" + entry + "," + entry + "]");
            ends.add("[" + (entry + ",").repeat(MANY) + entry + "]");
        } else {
            ends.addAll(numbers(schema));
            texts(schema).forEach(text -> ends.add(JSON.writeValueAsString(text)));
        }
        ends.addAll(OF_ANY_KIND);
        return ends;
    }

    /** Of a parameter of a path or a query. */
    static Set<String> texts(JsonNode schema) {
        Set<String> ends = new LinkedHashSet<>(TEXTS);
        ends.addAll(TIMES);
        int most = schema.path("maxLength").asInt(USUAL_LENGTH);
        for (String one : List.of("a", "加", "𠮷", "\u0301")) {
            ends.add(one.repeat(most));
            ends.add(one.repeat(most + 1));
            ends.add(one.repeat(Math.max(1, most / one.length())));
        }
        schema.path("enum").forEach(each -> ends.add(each.asString("")));
        ends.add(schema.path("example").asString("x") + "\u0000");
        ends.addAll(numbers(schema));
        return ends;
    }

    private static List<String> numbers(JsonNode schema) {
        List<String> ends = new ArrayList<>(NUMBERS);
        for (String bound : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
            if (schema.path(bound).isIntegralNumber()) {
                long at = schema.path(bound).asLong();
                ends.addAll(List.of(Long.toString(at), Long.toString(at - 1), Long.toString(at + 1)));
            }
        }
        return ends;
    }
}
