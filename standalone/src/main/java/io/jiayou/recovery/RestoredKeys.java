package io.jiayou.recovery;

import io.jiayou.audit.EventRecord;
import io.jiayou.driver.events.DriverErased;
import io.jiayou.metadata.StoredAs;
import io.jiayou.privacy.Erasure;
import io.jiayou.privacy.PersonKeys;
import io.jiayou.standalone.EmbeddedKeys;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of persons that come out of an archive: those of the newest full backup, without those of everybody who was erased
 * up to the archive's last event, whatever moment is restored. The next start carries those erasures through again.
 */
final class RestoredKeys {

    private static final String ERASED = Objects.requireNonNull(DriverErased.class.getAnnotation(StoredAs.class))
            .value();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Erasure> erasures = new LinkedHashMap<>();

    /** The newest full backup's list. */
    void erasures(List<String> lines) {
        lines.stream().map(Erasure::parse).forEach(it -> erasures.put(it.person(), it));
    }

    /** An erasure that is newer than the full backup's list. */
    void event(EventRecord event) {
        if (event.type().equals(ERASED)) {
            JsonNode payload = JSON.readTree(event.payload());
            String driver = payload.path("driverId").asString("");
            erasures.putIfAbsent(driver, new Erasure(driver, event.time(), false, List.of()));
        }
    }

    /**
     * Erasures before keys: a restore that is interrupted in between revives nobody.
     *
     * @param lines of the newest full backup
     */
    void into(Path data, List<String> lines) {
        if (lines.isEmpty() && erasures.isEmpty()) {
            return;
        }
        try (EmbeddedKeys store = EmbeddedKeys.open(data)) {
            PersonKeys keys = PersonKeys.withoutMasterKey(store);
            for (Erasure erasure : erasures.values()) {
                keys.keep(erasure);
                keys.destroy(erasure.person());
            }
            lines.forEach(keys::restore);
        }
    }
}
