package io.jiayou.embedded.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Test;

class EventTailTest {

    private static final Messages MESSAGES = new Messages(Fixtures.JSON, NoOpEventUpcaster.INSTANCE);
    private static final int RECORD_SIZE = entry(0, 0).record().length;

    private static Append.Entry entry(long sequence, int extraBytes) {
        StoredEvent event = new StoredEvent(
                "x", "Tank", "a", sequence, Fixtures.NOON, "fuelled", null, new byte[extraBytes], new byte[0]);
        return Append.Entry.of(event, null);
    }

    private static void publish(EventTail tail, int events, int extraBytes) {
        long from = tail.head();
        tail.publish(
                from,
                List.of(new Append(LongStream.range(0, events)
                        .mapToObj(i -> entry(i, extraBytes))
                        .toList())));
    }

    private static List<Long> present(EventTail tail) {
        return LongStream.range(0, tail.head() + 10)
                .filter(index -> tail.at(index) != null)
                .boxed()
                .toList();
    }

    @Test
    void keepsTheNewestEvents() {
        EventTail tail = new EventTail(4, 1 << 20, MESSAGES);

        publish(tail, 3, 0);
        assertThat(present(tail)).containsExactly(0L, 1L, 2L);
        publish(tail, 4, 0);

        assertThat(present(tail)).containsExactly(3L, 4L, 5L, 6L);
        assertThat(tail.head()).isEqualTo(7);
    }

    @Test
    void keepsNoMoreBytesThanAllowed() {
        EventTail tail = new EventTail(8, 3L * RECORD_SIZE, MESSAGES);

        publish(tail, 5, 0);

        assertThat(present(tail)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void keepsOneEventThatIsTooLargeUntilTheNextComes() {
        EventTail tail = new EventTail(8, 1_000, MESSAGES);

        publish(tail, 1, 5_000);
        assertThat(present(tail)).containsExactly(0L);
        publish(tail, 2, 0);

        assertThat(present(tail)).containsExactly(1L, 2L);
    }

    @Test
    void continuesAtAnIndexWithoutTheEventsBeforeIt() {
        EventTail tail = new EventTail(4, 1 << 20, MESSAGES);
        publish(tail, 3, 0);

        tail.startAt(100);
        publish(tail, 2, 0);

        assertThat(present(tail)).containsExactly(100L, 101L);
    }

    @Test
    void refusesASizeThatIsNoPowerOfTwo() {
        assertThatThrownBy(() -> new EventTail(6, 1, MESSAGES)).isInstanceOf(IllegalArgumentException.class);
    }
}
