package io.jiayou.embedded.events;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Engines and events for the tests of this package. */
final class Fixtures {

    static final Serializer JSON = Jackson3Serializer.builder().build();
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

    private Fixtures() {}

    static RocksEventStorageEngine open(Path directory) {
        return RocksEventStorageEngine.open(directory, JSON, JSON, NoOpEventUpcaster.INSTANCE);
    }

    static DomainEventMessage<Litres> event(String aggregate, long sequence) {
        return eventAt(NOON, aggregate, sequence);
    }

    static DomainEventMessage<Litres> eventAt(Instant moment, String aggregate, long sequence) {
        return new GenericDomainEventMessage<>(
                "Tank",
                aggregate,
                sequence,
                new Litres((int) sequence, "of " + aggregate),
                Map.of("actor", "pump 7"),
                aggregate + "-" + sequence,
                moment);
    }

    /** Events of one aggregate, from a sequence on. */
    static List<DomainEventMessage<Litres>> events(String aggregate, long fromSequence, int count) {
        return LongStream.range(fromSequence, fromSequence + count)
                .<DomainEventMessage<Litres>>mapToObj(sequence -> event(aggregate, sequence))
                .toList();
    }

    static List<Long> indexes(long upTo) {
        return LongStream.range(0, upTo).boxed().toList();
    }

    static List<StoredEvent> raw(RocksEventStorageEngine engine) {
        return engine.readRaw(0).toList();
    }

    static List<Integer> numbers(int upTo) {
        return IntStream.range(0, upTo).boxed().toList();
    }
}
