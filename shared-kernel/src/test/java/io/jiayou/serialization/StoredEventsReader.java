package io.jiayou.serialization;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Reads stored bytes the way that Axon does: through the upcasters, then the serializer. */
record StoredEventsReader(Serializer serializer, EventUpcaster upcasters) {

    static final Instant RECORDED = Instant.parse("2026-03-01T08:30:01Z");

    List<Object> read(String name, int revision, String json) {
        return messages(name, revision, json)
                .map(message -> (Object) message.getPayload())
                .toList();
    }

    Stream<TrackedEventMessage<?>> messages(String name, int revision, String json) {
        byte[] metadata = serializer
                .serialize(MetaData.from(Map.of("actor", "driver-1")), byte[].class)
                .getData();
        var entry = new GenericDomainEventEntry<>(
                "Sample",
                "sample-1",
                0,
                "event-1",
                RECORDED,
                name,
                String.valueOf(revision),
                json.getBytes(StandardCharsets.UTF_8),
                metadata);
        var tracked = new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(7), entry);
        return EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(tracked), serializer, upcasters);
    }
}
