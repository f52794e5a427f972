package io.jiayou.serialization;

import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.metadata.StoredAs;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.retention.events.RetentionEvent;
import io.jiayou.security.events.SecurityEvent;
import io.jiayou.station.events.StationEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All events that the system can store, by their stored names. */
public final class StoredEvents {

    private static final List<Class<?>> CONTEXTS = List.of(
            DriverEvent.class,
            IdentifierEvent.class,
            StationEvent.class,
            OrderEvent.class,
            FeedbackEvent.class,
            IdentityEvent.class,
            RetentionEvent.class,
            SecurityEvent.class,
            AnnulmentEvent.class);

    private static final Map<String, Class<?>> BY_NAME = byName();

    private StoredEvents() {}

    /** Event classes by stored name, in the order of their contexts. */
    public static Map<String, Class<?>> all() {
        return BY_NAME;
    }

    private static Map<String, Class<?>> byName() {
        Map<String, Class<?>> events = new LinkedHashMap<>();
        for (Class<?> context : CONTEXTS) {
            for (Class<?> event : context.getPermittedSubclasses()) {
                Class<?> other = events.put(storedAs(event).value(), event);
                if (other != null) {
                    throw new IllegalStateException(event + " and " + other + " share one stored name");
                }
            }
        }
        return Collections.unmodifiableMap(events);
    }

    static StoredAs storedAs(Class<?> event) {
        StoredAs storedAs = event.getAnnotation(StoredAs.class);
        if (storedAs == null) {
            throw new IllegalStateException(event + " has no stored name");
        }
        return storedAs;
    }
}
