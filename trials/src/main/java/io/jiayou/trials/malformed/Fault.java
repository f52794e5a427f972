package io.jiayou.trials.malformed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** What can be wrong with a request; {@link #NONE} keeps the others honest: some requests have to succeed. */
enum Fault {
    NONE((draft, example, random) -> {}),
    WRONG_TYPE((draft, example, random) -> draft.body(OddBody.withValue(example, OddValues.otherType(random), random))),
    ODD_NUMBER((draft, example, random) -> draft.body(OddBody.withValue(example, OddValues.number(random), random))),
    ODD_TEXT((draft, example, random) -> draft.body(OddBody.withText(example, OddValues.text(random), random))),
    MISSING_FIELD((draft, example, random) -> draft.body(OddBody.without(example, random))),
    EXTRA_FIELD((draft, example, random) -> draft.body(OddBody.withMore(example, random))),
    MEMBER_TWICE((draft, example, random) -> draft.body(OddBody.withMemberTwice(example, random))),
    DEEP_NESTING((draft, example, random) -> draft.body(OddBody.nested(example, random))),
    BROKEN_UTF8((draft, example, random) -> damage(draft, random)),
    TORN_BODY((draft, example, random) ->
            draft.body(draft.text().substring(0, random.nextInt(draft.text().length() + 1)))),
    NO_JSON((draft, example, random) ->
            draft.body(OddValues.any(List.of("", " ", "null", "nonsense", "<a/>", "[]", "{", "\u0000"), random))),
    HUGE_BODY((draft, example, random) -> draft.body("{\"text\":\"" + "a".repeat(70_000) + "\"}")),
    OTHER_METHOD((draft, example, random) -> draft.method =
            OddValues.any(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"), random)),
    OTHER_CONTENT_TYPE((draft, example, random) -> draft.headers.put(
            "Content-Type",
            OddValues.any(
                    List.of(
                            "text/plain",
                            "application/xml",
                            "application/x-www-form-urlencoded",
                            "multipart/form-data",
                            "multipart/form-data; boundary=x",
                            "application/json; charset=utf-16",
                            "application/json; charset=nonsense",
                            "application/json;;;",
                            "nonsense",
                            "*/*",
                            ""),
                    random))),
    OTHER_ACCEPT((draft, example, random) -> draft.headers.put(
            "Accept",
            OddValues.any(List.of("text/html", "image/png", "nonsense", "application/json;q=2", "", "*/"), random))),
    ODD_QUERY((draft, example, random) -> oddQuery(draft, random)),
    ODD_PATH((draft, example, random) -> draft.path = oddPath(draft.path, random)),
    LONG_HEADER((draft, example, random) ->
            draft.headers.put("X-Long", "a".repeat(OddValues.any(List.of(4_000, 9_000, 30_000, 90_000), random)))),
    ODD_HEADER((draft, example, random) -> {
        String name = OddValues.any(
                List.of(
                        "Accept-Language",
                        "Authorization",
                        "Range",
                        "If-None-Match",
                        "If-Modified-Since",
                        "X-Channel",
                        "X-Forwarded-For",
                        "X-Forwarded-Proto",
                        "Forwarded",
                        "Origin",
                        "Cookie",
                        "Last-Event-ID",
                        "Expect"),
                random);
        draft.headers.put(name, oneLine(OddValues.text(random)));
    });

    /** Changes a request. */
    private interface Change {
        void make(Draft draft, JsonNode example, RandomGenerator random);
    }

    private final Change change;

    Fault(Change change) {
        this.change = change;
    }

    /** Makes the fault in a request that is right so far. */
    void in(Draft draft, JsonNode example, RandomGenerator random) {
        change.make(draft, example, random);
    }

    private static void damage(Draft draft, RandomGenerator random) {
        if (draft.body.length == 0) {
            draft.body = new byte[] {(byte) 0xC3, 0x28};
            return;
        }
        List<Integer> broken = List.of(0xFF, 0xC0, 0xC3, 0xED, 0xF5, 0x80);
        draft.body[random.nextInt(draft.body.length)] =
                OddValues.any(broken, random).byteValue();
    }

    private static void oddQuery(Draft draft, RandomGenerator random) {
        String name = OddValues.any(
                List.of("version", "limit", "past", "at", "cursor", "from", "to", "by", "near", "radius", "status"),
                random);
        String value = Draft.encoded(OddValues.text(random));
        if (!draft.query.isEmpty() && random.nextBoolean()) {
            int place = random.nextInt(draft.query.size());
            String given = draft.query.get(place);
            name = given.substring(0, Math.max(0, given.indexOf('=')));
            draft.query.set(place, name + "=" + value);
        } else {
            draft.query.add(name + "=" + value);
        }
        if (random.nextInt(4) == 0) {
            draft.query.add(OddValues.any(List.of(name, "=", "&", "%", "a=%zz", "a[]=1", name + "=1"), random));
        }
    }

    private static String oddPath(String path, RandomGenerator random) {
        String[] steps = path.split("/", -1);
        int place = random.nextInt(1, steps.length);
        steps[place] = switch (random.nextInt(4)) {
            case 0 ->
                OddValues.any(List.of("%", "%zz", "%00", "%2e%2e", "..;", ";a=b", "%c3%28", "%0d%0aX:1", "\\"), random);
            case 1 -> "";
            default -> Draft.encoded(OddValues.text(random));
        };
        return String.join("/", steps);
    }

    /** Header values are sent as they are, without what would end them. */
    private static String oneLine(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replaceAll("[\\r\\n\\x00]", "");
    }
}
