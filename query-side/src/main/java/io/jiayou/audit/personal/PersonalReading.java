package io.jiayou.audit.personal;

import io.jiayou.access.Caller;
import io.jiayou.http.access.Callers;
import io.jiayou.personal.PersonalFields;
import io.jiayou.personal.Place;
import io.jiayou.personal.SealedText;
import io.jiayou.privacy.PersonalData;
import io.jiayou.privacy.PersonalReads;
import io.jiayou.serialization.StoredEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
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
    private final MisplacedTexts misplaced;

    public PersonalReading(PersonalData data, ObjectProvider<PersonalReads> reads, MisplacedTexts misplaced) {
        this.data = data;
        this.reads = reads;
        this.misplaced = misplaced;
    }

    /** What a text says that stands there: itself, if it isn't sealed, and no secret, if it was sealed for elsewhere. */
    String open(String text, Place place) {
        String opened = data.opened(text, place, misplaced::found);
        String person = place.person();
        if (person != null
                && !opened.equals(text)
                && !opened.equals(SealedText.ERASED)
                && !opened.equals(SealedText.NO_KEY)) {
            note(person);
        }
        return opened;
    }

    /** An event with its personal texts open. */
    public Object open(Object event) {
        return PersonalFields.of(event.getClass())
                .exchange(event, (type, field, person, text) -> open(text, Place.of(type, field, person)));
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
        String actor = caller == null ? "anonymous" : caller.actor();
        String role = caller == null ? actor : caller.role().code();
        reads.ifAvailable(journal -> journal.note(person, actor, role));
    }

    /**
     * An event's payload with its personal texts open, in the fields that are personal in it: a sealed text that somebody
     * typed elsewhere stays what it is.
     *
     * @param type the event's stored name
     * @param payload JSON, as it was recorded
     */
    public String open(String type, String payload) {
        Class<?> known = StoredEvents.all().get(type);
        if (known == null || !payload.contains("\"sealed1:")) {
            return payload;
        }
        ObjectNode event = (ObjectNode) JSON.readTree(payload);
        PersonalFields fields = PersonalFields.of(known);
        for (String field : fields.names()) {
            String text = text(event, field);
            if (text != null) {
                event.put(field, open(text, fields.place(field, name -> text(event, name))));
            }
        }
        return JSON.writeValueAsString(event);
    }

    private static @Nullable String text(ObjectNode event, String name) {
        return event.path(name).stringValue(null);
    }
}
