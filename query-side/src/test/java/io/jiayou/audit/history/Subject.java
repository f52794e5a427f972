package io.jiayou.audit.history;

import io.jiayou.audit.EventRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom or what a history is about: the events of that aggregate, the events that name it, and all further events of the
 * aggregates that do (a driver's orders, an order's feedback). Events have to be asked about in their global order.
 */
final class Subject {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String field;
    private final String id;
    private final byte[] searched;
    private final Set<String> related = new HashSet<>();

    /** @param kind driver, station, order or feedback */
    Subject(String kind, String id) {
        this.field = kind + "Id";
        this.id = id;
        this.searched = ('"' + id + '"').getBytes(StandardCharsets.UTF_8);
    }

    boolean isOf(EventRecord event) {
        String aggregate = event.aggregateId();
        if (aggregate != null && (aggregate.equals(id) || related.contains(aggregate))) {
            return true;
        }
        if (!contains(event.payload(), searched) || !names(event)) {
            return false;
        }
        if (aggregate != null) {
            related.add(aggregate);
        }
        return true;
    }

    private boolean names(EventRecord event) {
        JsonNode payload = JSON.readTree(event.payload());
        return payload.path(field).asString("").equals(id);
    }

    /** Most events don't even contain the id: their JSON needn't be read. */
    private static boolean contains(byte[] text, byte[] part) {
        for (int at = 0; at <= text.length - part.length; at++) {
            int n = 0;
            while (n < part.length && text[at + n] == part[n]) {
                n++;
            }
            if (n == part.length) {
                return true;
            }
        }
        return false;
    }
}
