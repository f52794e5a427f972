package io.jiayou.serialization;

import java.util.Optional;
import org.axonframework.messaging.Message;

/** Payloads for readers that go on without an event that nobody can read. */
public final class Readable {

    private Readable() {}

    /** A message's payload; none if it's of another type, or can't be read. */
    public static <T> Optional<T> payload(Message<?> message, Class<T> type) {
        try {
            return type.isAssignableFrom(message.getPayloadType())
                    ? Optional.of(type.cast(message.getPayload()))
                    : Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
