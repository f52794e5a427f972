package io.jiayou.embedded.events;

import static io.jiayou.embedded.events.Fixtures.NOON;
import static io.jiayou.embedded.events.Fixtures.eventAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    @TempDir
    Path directory;

    RocksEventStorageEngine engine;

    @BeforeEach
    void open() {
        engine = Fixtures.open(directory);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void append(List<Instant> moments) {
        long from = engine.size();
        engine.appendEvents(IntStream.range(0, moments.size())
                .mapToObj(i -> eventAt(moments.get(i), "a", from + i))
                .toList());
    }

    private static @Nullable TrackingToken before(long index) {
        return new GlobalSequenceTrackingToken(index - 1);
    }

    @Test
    void hasNoTokensWhileItIsEmpty() {
        assertThat(engine.createTailToken()).isNull();
        assertThat(engine.createHeadToken()).isNull();
        assertThat(engine.createTokenAt(NOON)).isNull();
    }

    @Test
    void theTailIsBeforeTheFirstEventAndTheHeadAtTheLast() {
        append(List.of(NOON, NOON, NOON));

        assertThat(engine.createTailToken()).isEqualTo(before(0));
        assertThat(engine.createHeadToken()).isEqualTo(before(3));
        assertThat(engine.readEvents(engine.createTailToken(), false)).hasSize(3);
        assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
    }

    @Test
    void readsBehindTheTokenOfAnyPosition() {
        append(Collections.nCopies(1_100, NOON));

        for (long index : new long[] {0, 1, 511, 512, 513, 1_099}) {
            assertThat(engine.readEvents(before(index), false))
                    .hasSize((int) (1_100 - index))
                    .first()
                    .satisfies(first -> assertThat(first.trackingToken()).isEqualTo(before(index + 1)));
        }
    }

    @Test
    void readsFromTheLowerBoundOfAReplay() {
        append(List.of(NOON, NOON, NOON));

        TrackingToken replay = ReplayToken.createReplayToken(before(3), before(1));

        assertThat(engine.readEvents(replay, false))
                .extracting(TrackedEventMessage::trackingToken)
                .containsExactly(before(2), before(3));
    }

    @Test
    void refusesATokenOfAnotherKindOfStore() {
        TrackingToken foreign = GapAwareTrackingToken.newInstance(3, List.of());

        assertThatThrownBy(() -> engine.readEvents(foreign, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMomentBehindAllEventsGivesTheHead() {
        append(List.of(NOON));

        assertThat(engine.createTokenAt(NOON.plusNanos(1))).isEqualTo(engine.createHeadToken());
    }

    @Test
    void knowsMomentsBeyondAllMilliseconds() {
        append(List.of(Instant.MIN, NOON, Instant.MAX));

        assertThat(engine.createTokenAt(Instant.MIN)).isEqualTo(before(0));
        assertThat(engine.createTokenAt(Instant.MIN.plusNanos(1))).isEqualTo(before(1));
        assertThat(engine.createTokenAt(Instant.MAX)).isEqualTo(before(2));
    }

    @Test
    void looksAtNanosecondsWithinAMillisecond() {
        Instant start = Instant.parse("2026-03-01T12:00:00.001Z");
        append(List.of(start.plusNanos(100), start.plusNanos(300), start.plusNanos(200), start.plusMillis(1)));

        assertThat(engine.createTokenAt(start)).isEqualTo(before(0));
        assertThat(engine.createTokenAt(start.plusNanos(101))).isEqualTo(before(1));
        assertThat(engine.createTokenAt(start.plusNanos(301))).isEqualTo(before(3));
    }

    @Test
    void findsTheFirstEventOfAMomentOrLaterThoughTimesAreOutOfOrder() {
        Random random = new Random(42);
        Instant start = Instant.EPOCH.minusSeconds(1);
        List<Instant> moments = IntStream.range(0, 2_000)
                .mapToObj(i -> start.plusNanos(random.nextLong(i * 1_000_000L + 1)))
                .toList();
        append(moments.subList(0, 1_000));
        engine.close();
        engine = Fixtures.open(directory);
        append(moments.subList(1_000, 2_000));

        for (int i = 0; i < 500; i++) {
            Instant asked = start.plus(Duration.ofNanos(random.nextLong(2_100_000_000L)));
            OptionalLong expected = IntStream.range(0, moments.size())
                    .filter(at -> !moments.get(at).isBefore(asked))
                    .asLongStream()
                    .findFirst();
            assertThat(engine.createTokenAt(asked)).isEqualTo(before(expected.orElse(2_000)));
        }
    }
}
