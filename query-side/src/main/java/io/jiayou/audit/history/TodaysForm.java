package io.jiayou.audit.history;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.history.HistoryEvent.Upcast;
import io.jiayou.audit.personal.PersonalReading;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What today's readers make of a recorded event: upcasters, then the event's class. */
@Component
@ConditionalOnProperty("jiayou.audit.directory")
public class TodaysForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] NO_METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    /** Shows what is recorded, in whatever form: it stores nothing. */
    private final EventSerializer serializer = new EventSerializer();

    private final PersonalReading reading;
    private final EventUpcaster upcasters = Upcasters.chain();

    TodaysForm(PersonalReading reading) {
        this.reading = reading;
    }

    /** The events that readers see; none if they can't read it, or don't know its type any more. */
    public List<Object> events(EventRecord event) {
        try {
            return messages(event)
                    .map(message -> (Object) message.getPayload())
                    .filter(payload -> !(payload instanceof UnknownSerializedType))
                    .toList();
        } catch (SerializationException unreadable) {
            return List.of();
        }
    }

    /** What differs from what was recorded, in type, revision or content; null if nothing does. */
    @Nullable
    List<Upcast> differing(EventRecord event) {
        List<Upcast> today = events(event).stream().map(this::upcast).toList();
        return today.size() == 1 && isAsRecorded(today.getFirst(), event)
                ? null
                : today.stream()
                        .map(it -> new Upcast(it.type(), it.revision(), reading.open(it.type(), it.payload())))
                        .toList();
    }

    /** The payload as it was recorded, with what is sealed in it open for whoever asks. */
    String payload(EventRecord event) {
        return reading.open(event.type(), new String(event.payload(), StandardCharsets.UTF_8));
    }

    private Upcast upcast(Object payload) {
        SerializedObject<byte[]> form = serializer.serialize(payload, byte[].class);
        return new Upcast(
                form.getType().getName(),
                form.getType().getRevision(),
                new String(form.getData(), StandardCharsets.UTF_8));
    }

    private static boolean isAsRecorded(Upcast today, EventRecord event) {
        return today.type().equals(event.type())
                && Objects.equals(today.revision(), event.revision())
                && JSON.readTree(today.payload()).equals(JSON.readTree(event.payload()));
    }

    private Stream<TrackedEventMessage<?>> messages(EventRecord event) {
        var entry = new GenericDomainEventEntry<>(
                event.aggregateType(),
                Objects.requireNonNullElse(event.aggregateId(), event.id()),
                event.sequence(),
                event.id(),
                event.time(),
                event.type(),
                event.revision(),
                event.payload(),
                NO_METADATA);
        var tracked = new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(0), entry);
        return EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(tracked), serializer, upcasters);
    }
}
