package io.jiayou.trials.malformed;

import io.jiayou.audit.EventRecord;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.standalone.EmbeddedEventRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The events that a stopped system has kept, each held against the answer that its request got. */
final class Recorded {

    /** What a failed login leaves on purpose, and the border's own counts. */
    private static final Set<String> OF_FAILURES = Set.of(
            "identity.login-refused",
            "identity.account-locked",
            "identity.refresh-token-reused",
            "identity.session-ended",
            "security.refusals-counted");

    private static final int CHUNK = 5_000;

    private long events;
    private final List<String> unanswered = new ArrayList<>();

    private Recorded() {}

    /**
     * Reads all events.
     *
     * @param ours what the correlation ids of the trial's requests begin with
     * @param succeeded the ids of those that were answered with success
     */
    static Recorded in(Path data, String ours, Set<String> succeeded) {
        Recorded recorded = new Recorded();
        EventSerializer serializer = new EventSerializer();
        try (RocksEventStorageEngine engine =
                RocksEventStorageEngine.open(data.resolve("events"), serializer, serializer, Upcasters.chain())) {
            EmbeddedEventRecords records = new EmbeddedEventRecords(engine);
            for (List<EventRecord> chunk = records.from(0, CHUNK);
                    !chunk.isEmpty();
                    chunk = records.from(recorded.events, CHUNK)) {
                chunk.forEach(event -> recorded.look(event, ours, succeeded));
            }
        }
        return recorded;
    }

    private void look(EventRecord event, String ours, Set<String> succeeded) {
        events++;
        String request = event.metadata().getOrDefault(MetadataKeys.CORRELATION_ID, "");
        if (request.startsWith(ours) && !succeeded.contains(request) && !OF_FAILURES.contains(event.type())) {
            unanswered.add("an event without success: " + event.type() + " of " + request);
        }
    }

    long events() {
        return events;
    }

    /** Events of requests that weren't answered with success. */
    List<String> unanswered() {
        return unanswered;
    }
}
