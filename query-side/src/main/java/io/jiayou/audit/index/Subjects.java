package io.jiayou.audit.index;

import io.jiayou.audit.EventRecord;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whose history an event belongs to, besides its own aggregate's: those it names, and those that its aggregate has named
 * before (a driver's orders, an order's feedback). Asked about all events in their global order.
 */
final class Subjects {

    static final List<String> KINDS = List.of("driver", "station", "order", "feedback");

    /** What the index already tells of an aggregate. */
    interface Indexed {
        Collection<String> subjectsOf(String aggregate) throws IOException;
    }

    private static final int REMEMBERED = 10_000;

    private final Indexed indexed;
    /** What searches don't show yet. */
    private final Map<String, Set<String>> fresh = new HashMap<>();

    private final Map<String, List<String>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    Subjects(Indexed indexed) {
        this.indexed = indexed;
    }

    /** As {@code kind/id}. */
    static String subject(String kind, String id) {
        return kind + "/" + id;
    }

    Set<String> of(EventRecord event, JsonNode payload) throws IOException {
        String aggregate = event.aggregateId();
        Set<String> subjects = new LinkedHashSet<>();
        if (aggregate != null) {
            subjects.addAll(before(aggregate, event.sequence()));
        }
        for (String kind : KINDS) {
            JsonNode named = payload.path(kind + "Id");
            if (named.isString()) {
                subjects.add(subject(kind, named.stringValue()));
            }
        }
        if (aggregate != null) {
            fresh.put(aggregate, subjects);
        }
        return subjects;
    }

    private Collection<String> before(String aggregate, long sequence) throws IOException {
        if (sequence == 0) {
            return List.of();
        }
        Collection<String> known = fresh.get(aggregate);
        if (known == null) {
            known = remembered.get(aggregate);
        }
        return known == null ? indexed.subjectsOf(aggregate) : known;
    }

    /** Searches show everything now. */
    void refreshed() {
        fresh.forEach((aggregate, subjects) -> remembered.put(aggregate, List.copyOf(subjects)));
        fresh.clear();
    }
}
