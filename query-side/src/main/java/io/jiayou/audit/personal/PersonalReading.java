package io.jiayou.audit.personal;

import io.jiayou.access.Caller;
import io.jiayou.http.access.Callers;
import io.jiayou.personal.SealedText;
import io.jiayou.privacy.PersonalData;
import io.jiayou.privacy.PersonalReads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opens sealed texts for whoever asks, and writes down who that is; what drivers read of themselves isn't. One answer counts
 * once for each person in it.
 */
@Component
public class PersonalReading {

    private static final String NOTED = PersonalReading.class.getName() + ".noted.";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PersonalData data;
    private final ObjectProvider<PersonalReads> reads;

    public PersonalReading(PersonalData data, ObjectProvider<PersonalReads> reads) {
        this.data = data;
        this.reads = reads;
    }

    /** What a text says; itself, if it isn't sealed. */
    public String open(String text) {
        return SealedText.parse(text).map(this::open).orElse(text);
    }

    private String open(SealedText sealed) {
        String opened = data.opened(sealed);
        if (!opened.equals(SealedText.ERASED) && !opened.equals(SealedText.NO_KEY)) {
            note(sealed.person());
        }
        return opened;
    }

    private void note(String person) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Caller caller = Callers.current().orElse(null);
        if (caller != null && person.equals(caller.driverId())) {
            return;
        }
        if (request != null) {
            if (request.getAttribute(NOTED + person, RequestAttributes.SCOPE_REQUEST) != null) {
                return;
            }
            request.setAttribute(NOTED + person, true, RequestAttributes.SCOPE_REQUEST);
        }
        String actor = caller == null ? request == null ? "stream" : "anonymous" : caller.actor();
        String role = caller == null ? actor : caller.role().code();
        reads.ifAvailable(journal -> journal.note(person, actor, role));
    }

    /**
     * An event's payload with its personal texts open, in its own fields only: a sealed text that somebody typed elsewhere
     * stays what it is.
     *
     * @param type the event's stored name
     * @param payload JSON, as it was recorded
     */
    public String open(String type, String payload) {
        if (!payload.contains("\"sealed1:" + type)) {
            return payload;
        }
        ObjectNode event = (ObjectNode) JSON.readTree(payload);
        for (var field : event.properties()) {
            JsonNode value = field.getValue();
            if (value.isString()) {
                SealedText.parse(value.stringValue())
                        .filter(it -> it.type().equals(type) && it.field().equals(field.getKey()))
                        .ifPresent(it -> event.put(field.getKey(), open(it)));
            }
        }
        return JSON.writeValueAsString(event);
    }
}
