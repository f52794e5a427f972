package io.jiayou.values;

import io.jiayou.rules.Rule;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was decided to its limits, nested values and entries of lists included. Only decisions pass here: an event that
 * is read may be older than a limit.
 */
public final class Bounds {

    private static final ClassValue<Bounds> KNOWN = new ClassValue<>() {
        @Override
        protected Bounds computeValue(Class<?> type) {
            return new Bounds(type);
        }
    };

    private final List<Part> parts;

    private Bounds(Class<?> type) {
        parts = type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(Part::of).toList()
                : List.of();
    }

    /**
     * Refuses an event with a value outside its limit. The details name the component, never the value: it may be personal.
     *
     * @throws io.jiayou.rules.RuleViolation with the rule of the limit
     */
    public static void require(Object event) {
        KNOWN.get(event.getClass()).require("", event);
    }

    /** The limit of a component; none for what is bounded by its type, and for what somebody forgot. */
    public static @Nullable Limit of(RecordComponent component) {
        Limited limited = component.getAnnotation(Limited.class);
        if (limited != null) {
            return limited.value();
        }
        return component.getType() == Instant.class ? Limit.TIME : null;
    }

    private void require(String within, Object record) {
        for (Part part : parts) {
            Object value = part.of(record);
            if (value != null) {
                part.require(within + part.name(), value);
            }
        }
    }

    /**
     * A component.
     *
     * @param entries how many entries its list has at most; 0 for what is no list
     */
    private record Part(RecordComponent component, @Nullable Limit limit, int entries) {

        static Part of(RecordComponent component) {
            Limited limited = component.getAnnotation(Limited.class);
            return new Part(component, Bounds.of(component), limited == null ? 0 : limited.entries());
        }

        String name() {
            return component.getName();
        }

        @Nullable
        Object of(Object record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " can't be read", e);
            }
        }

        void require(String path, Object value) {
            if (value instanceof List<?> list) {
                Rule.LIST_OUT_OF_RANGE.require(
                        !list.isEmpty() && list.size() <= entries, "{0} has 1 to {1} entries", path, entries);
                list.forEach(entry -> requireOne(path, entry));
            } else {
                requireOne(path, value);
            }
        }

        private void requireOne(String path, Object value) {
            Rule refusal = limit == null ? null : limit.refusal(value);
            if (limit != null && refusal != null) {
                throw refusal.violated("{0} allows {1}", path, limit.words());
            }
            KNOWN.get(value.getClass()).require(path + ".", value);
        }
    }
}
