package io.jiayou.audit.history;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Events of few aggregates that name each other, with clocks that sometimes run backwards. */
final class RandomHistory implements EventRecords {

    static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    static final List<String> TYPES = List.of(
            "order.placed",
            "order.payment-confirmed",
            "order.completed",
            "feedback.filed",
            "feedback.answered",
            "station.described",
            "driver.registered");
    static final List<String> KINDS = List.of("driver", "station", "order", "feedback");
    static final List<String> WORDS = List.of("加", "油", "枪", "Pump", "no7", "超过", "了", "ＡＢ", "queue", "7");

    private final List<EventRecord> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Random random;

    RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    void grow(int by) {
        for (int n = 0; n < by; n++) {
            events.add(next());
        }
    }

    private EventRecord next() {
        String kind = any(KINDS);
        String aggregate = random.nextInt(20) == 0 ? null : id(kind);
        long sequence = aggregate == null ? 0 : sequences.merge(aggregate, 1L, Long::sum) - 1;
        return new EventRecord(
                "e" + events.size(),
                time(),
                aggregate == null ? null : kind,
                aggregate,
                sequence,
                any(TYPES),
                "1",
                metadata(),
                payload().getBytes(StandardCharsets.UTF_8));
    }

    String id(String kind) {
        return kind.charAt(0) + "-" + random.nextInt(12);
    }

    Instant time() {
        return BEGIN.plusMillis(events.size() * 1_000L + random.nextInt(5_000));
    }

    private TreeMap<String, String> metadata() {
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put("actor", actor());
        if (random.nextBoolean()) {
            metadata.put("correlationId", "r" + random.nextInt(40));
        }
        if (random.nextBoolean()) {
            metadata.put("causationId", random.nextBoolean() ? "c" + random.nextInt(40) : "e" + random.nextInt(40));
        }
        return metadata;
    }

    String actor() {
        return "actor " + random.nextInt(4);
    }

    private String payload() {
        StringBuilder payload = new StringBuilder("{");
        for (String kind : KINDS) {
            if (random.nextInt(3) == 0) {
                payload.append("\"%sId\":\"%s\",".formatted(kind, id(kind)));
            }
        }
        if (random.nextInt(4) > 0) {
            payload.append("\"at\":\"%s\",".formatted(time().minusMillis(random.nextInt(60_000))));
        }
        payload.append("\"text\":\"%s\",".formatted(words(6)));
        return payload.append("\"description\":{\"name\":\"%s\",\"address\":\"%s\"}}".formatted(words(3), words(3)))
                .toString();
    }

    /** Chinese runs together, the rest stands between blanks. */
    String words(int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most) + 1; n > 0; n--) {
            String word = any(WORDS);
            text.append(word.codePointAt(0) > 0x4e00 && word.codePointAt(0) < 0x9fff ? word : " " + word + " ");
        }
        return text.toString();
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean sometimes() {
        return random.nextInt(4) == 0;
    }

    @Override
    public long size() {
        return events.size();
    }

    @Override
    public List<EventRecord> from(long position, int atMost) {
        int from = (int) Math.min(position, events.size());
        return List.copyOf(events.subList(from, Math.min(from + atMost, events.size())));
    }

    EventRecord at(long position) {
        return events.get((int) position);
    }
}
