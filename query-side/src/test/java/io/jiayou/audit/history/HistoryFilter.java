package io.jiayou.audit.history;

import io.jiayou.audit.EventRecord;
import io.jiayou.metadata.MetadataKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which events are wanted. Asked in their global order. */
final class HistoryFilter implements Predicate<EventRecord> {

    /** They have to see every event. */
    private final List<Subject> subjects = new ArrayList<>();

    private final List<Predicate<EventRecord>> all = new ArrayList<>();

    HistoryFilter subject(String kind, @Nullable String id) {
        if (id != null) {
            subjects.add(new Subject(kind, id));
        }
        return this;
    }

    HistoryFilter aggregate(@Nullable String id) {
        return given(id, wanted -> event -> wanted.equals(event.aggregateId()));
    }

    HistoryFilter type(@Nullable String type) {
        return given(
                type,
                wanted -> event -> event.type().equals(wanted) || event.type().startsWith(wanted + "."));
    }

    HistoryFilter actor(@Nullable String actor) {
        return metadata(MetadataKeys.ACTOR, actor);
    }

    HistoryFilter correlation(@Nullable String id) {
        return metadata(MetadataKeys.CORRELATION_ID, id);
    }

    HistoryFilter causation(@Nullable String id) {
        return metadata(MetadataKeys.CAUSATION_ID, id);
    }

    HistoryFilter recordedFrom(@Nullable Instant from) {
        return given(from, wanted -> event -> !event.time().isBefore(wanted));
    }

    HistoryFilter recordedUntil(@Nullable Instant until) {
        return given(until, wanted -> event -> event.time().isBefore(wanted));
    }

    private HistoryFilter metadata(String key, @Nullable String value) {
        return given(value, wanted -> event -> wanted.equals(event.metadata().get(key)));
    }

    private <V> HistoryFilter given(@Nullable V value, Function<V, Predicate<EventRecord>> filter) {
        if (value != null) {
            all.add(filter.apply(value));
        }
        return this;
    }

    @Override
    public boolean test(EventRecord event) {
        boolean wanted = true;
        for (Subject subject : subjects) {
            wanted &= subject.isOf(event);
        }
        return wanted && all.stream().allMatch(one -> one.test(event));
    }
}
