package io.jiayou.audit.history;

import io.jiayou.access.Role;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.history.HistoryEvent.Upcast;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.http.access.Callers;
import io.jiayou.metadata.MetadataKeys;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of the history whoever asks may read. Agents need what happened to drivers, their orders and their feedback; accounts,
 * logins, keys, networks and openids are for those who may list them.
 *
 * @param narrow whether only that is shown
 */
record HistoryScope(boolean narrow) {

    /** What the stored names of events begin with that agents may read. */
    static final Set<String> FOR_AGENTS = Set.of("driver", "order", "feedback");

    private static final Set<String> HIDDEN_METADATA = Set.of(MetadataKeys.NETWORK, MetadataKeys.SESSION);
    private static final String REGISTRATION = "driver.registered";
    private static final String OPENID = "openid";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of the request that this thread answers. */
    static HistoryScope current() {
        return new HistoryScope(
                Callers.current().filter(caller -> caller.role() == Role.AGENT).isPresent());
    }

    HistoryQuestion within(HistoryQuestion question) {
        return narrow ? question.types(FOR_AGENTS) : question;
    }

    Map<String, String> metadata(EventRecord event) {
        if (!narrow) {
            return event.metadata();
        }
        Map<String, String> shown = new TreeMap<>(event.metadata());
        shown.keySet().removeAll(HIDDEN_METADATA);
        return shown;
    }

    String payload(String type, String payload) {
        if (!narrow || !type.equals(REGISTRATION)) {
            return payload;
        }
        ObjectNode shown = (ObjectNode) JSON.readTree(payload);
        shown.remove(OPENID);
        return JSON.writeValueAsString(shown);
    }

    @Nullable
    List<Upcast> upcasts(@Nullable List<Upcast> upcasts) {
        return upcasts == null || !narrow
                ? upcasts
                : upcasts.stream()
                        .map(it -> new Upcast(it.type(), it.revision(), payload(it.type(), it.payload())))
                        .toList();
    }
}
