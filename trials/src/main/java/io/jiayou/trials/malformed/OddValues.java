package io.jiayou.trials.malformed;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values that a field, a path or a query can't mean, or only just. */
final class OddValues {

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "-0",
            "1.5",
            "1e308",
            "-1e308",
            "1e999999999",
            "1e-999999999",
            "9007199254740993",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "9".repeat(900),
            "0.1e-400");

    private static final List<String> OTHER_TYPES = List.of(
            "null",
            "true",
            "false",
            "\"\"",
            "\"1\"",
            "[]",
            "[null]",
            "{}",
            "{\"a\":{\"b\":[1,2,{\"c\":null}]}}",
            "[[[[[[1]]]]]]",
            "0",
            "1",
            "\"2026-13-45T99:99:99Z\"",
            "\"+999999999-12-31T23:59:59.999999999Z\"",
            "\"-999999999-01-01T00:00:00+18:00\"");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\n",
            "\u0000",
            "\u007f",
            "\u200b\u200b",
            "\u202e",
            "\ud800",
            "\ufffe",
            "😀",
            "ﷺ",
            "Ω≈ç√∫˜µ≤",
            "../../../etc/passwd",
            "..%2f..%2f",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "{{7*7}}",
            "$where",
            "{\"$gt\":\"\"}",
            "' or '1'='1",
            "<script>alert(1)</script>",
            "%00",
            "%n%s%d",
            "-1",
            "NaN",
            "Infinity",
            "true",
            "null",
            "undefined",
            "0x7fffffff",
            "9223372036854775808",
            "1e400",
            "a".repeat(300),
            "加".repeat(4_000),
            "P9999999999999D",
            "2026-02-30",
            "0000-00-00",
            "2026-03-01T08:00:00",
            "all",
            ".",
            "..");

    private OddValues() {}

    /** A number as JSON. */
    static String number(RandomGenerator random) {
        return any(NUMBERS, random);
    }

    /** Any value as JSON, of a type that is rarely the right one. */
    static String otherType(RandomGenerator random) {
        return any(OTHER_TYPES, random);
    }

    /** A text, not yet escaped for anything. */
    static String text(RandomGenerator random) {
        return any(TEXTS, random);
    }

    static <T> T any(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
