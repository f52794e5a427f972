package io.jiayou.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.index.HistoryIndex;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.values.Position;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the index finds is what reading all events finds. */
class ScanAgreesTest {

    private static final int EVENTS = 3_000;
    private static final int QUESTIONS = 300;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final long seed = new Random().nextLong();
    private final RandomHistory history = new RandomHistory(seed);

    @TempDir
    Path directory;

    /** One question, asked both ways. */
    private final class Asked {
        private final HistoryQuestion question = new HistoryQuestion();
        private HistoryFilter filter = new HistoryFilter();
        private final StringBuilder told = new StringBuilder("seed " + seed + ":");
        private @Nullable String text;
        private @Nullable Instant happenedFrom;
        private @Nullable Instant happenedUntil;

        private Asked any() {
            for (String kind : RandomHistory.KINDS) {
                String id = sometimes(kind, history.id(kind));
                question.subject(kind, id);
                filter = filter.subject(kind, id);
            }
            String type = history.any(RandomHistory.TYPES);
            type = sometimes("type", history.sometimes() ? type.substring(0, type.indexOf('.')) : type);
            String aggregate = sometimes("aggregate", history.id("order"));
            String actor = sometimes("actor", history.actor());
            Instant from = history.sometimes() ? history.time().minusSeconds(1_500) : null;
            Instant until = history.sometimes() ? history.time().minusSeconds(500) : null;
            happenedFrom = history.sometimes() ? history.time().minusSeconds(1_500) : null;
            happenedUntil = history.sometimes() ? history.time().minusSeconds(500) : null;
            text = sometimes("text", history.words(2));
            told.append(" %s–%s %s–%s".formatted(from, until, happenedFrom, happenedUntil));
            question.type(type)
                    .aggregate(aggregate)
                    .actor(actor)
                    .recorded(from, until)
                    .happened(happenedFrom, happenedUntil)
                    .text(text);
            filter = filter.type(type)
                    .aggregate(aggregate)
                    .actor(actor)
                    .recordedFrom(from)
                    .recordedUntil(until);
            return this;
        }

        private @Nullable String sometimes(String what, String value) {
            if (!history.sometimes()) {
                return null;
            }
            told.append(' ').append(what).append('=').append(value);
            return value;
        }

        private long[] scanned() {
            return IntStream.range(0, (int) history.size())
                    .filter(position -> isWanted(history.at(position)))
                    .asLongStream()
                    .toArray();
        }

        private boolean isWanted(EventRecord event) {
            return filter.test(event) & happened(event) & hasTexts(event);
        }

        private boolean happened(EventRecord event) {
            JsonNode at = JSON.readTree(event.payload()).path("at");
            if (at.isMissingNode()) {
                return happenedFrom == null && happenedUntil == null;
            }
            Instant instant = Instant.parse(at.asString());
            return (happenedFrom == null || !instant.isBefore(happenedFrom))
                    && (happenedUntil == null || instant.isBefore(happenedUntil));
        }

        private boolean hasTexts(EventRecord event) {
            return text == null
                    || Stream.of(plain(text).split(" +"))
                            .allMatch(part -> part.isEmpty() || texts(event).anyMatch(it -> has(it, part)));
        }

        private static Stream<String> texts(EventRecord event) {
            JsonNode payload = JSON.readTree(event.payload());
            return switch (event.type()) {
                case "feedback.filed", "feedback.answered" ->
                    Stream.of(payload.path("text").asString());
                case "station.described" ->
                    Stream.of(
                            payload.at("/description/name").asString(),
                            payload.at("/description/address").asString());
                default -> Stream.of();
            };
        }

        /** Words between blanks, or characters that follow one another. */
        private static boolean has(String text, String part) {
            boolean chinese = part.codePointAt(0) > 0x4e00;
            return chinese ? plain(text).contains(part) : (" " + plain(text) + " ").contains(" " + part + " ");
        }

        private static String plain(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT)
                    .strip();
        }
    }

    @Test
    void onRandomQuestionsAboutAGrowingHistory() {
        int found = 0;
        try (HistoryIndex index = HistoryIndex.open(directory, history)) {
            for (int n = 0; n < QUESTIONS; n++) {
                history.grow(n == 0 ? EVENTS / 2 : 2);
                Asked asked = new Asked().any();

                long[] answer = index.find(asked.question, EVENTS * 2);

                assertThat(answer).as(asked.told.toString()).isEqualTo(asked.scanned());
                found += answer.length > 0 ? 1 : 0;
            }
        }
        assertThat(found).as("questions that found something").isGreaterThan(QUESTIONS / 10);
    }

    @Test
    void pageByPage() {
        history.grow(EVENTS);
        try (HistoryIndex index = HistoryIndex.open(directory, history)) {
            long[] all = index.find(new HistoryQuestion().type("order"), EVENTS);
            long after = -1;
            for (int from = 0; from < all.length; from += 100) {
                long[] page = index.find(new HistoryQuestion().type("order").positions(after + 1, Position.LAST), 100);
                assertThat(page).isEqualTo(java.util.Arrays.copyOfRange(all, from, Math.min(from + 100, all.length)));
                after = page[page.length - 1];
            }
            assertThat(all).hasSizeGreaterThan(500);
        }
    }
}
