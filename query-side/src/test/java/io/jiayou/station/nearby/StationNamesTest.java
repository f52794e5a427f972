package io.jiayou.station.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.testing.Documents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StationNamesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final Documents<NearbyStation> documents = Documents.of(new NearbyStationModel());

    @AfterEach
    void close() {
        documents.close();
    }

    private static StationDescription called(String name) {
        return new StationDescription(name, null, null, null, null, null, "Asia/Shanghai");
    }

    @Test
    void areThoseOfNow() {
        documents.record(
                NOW,
                new StationRegistered("s1", called("康健加油站"), NOW),
                new StationRegistered("s2", called("before"), NOW),
                new StationDescribed("s2", called("now"), NOW),
                new StationRegistered("s3", called("not asked for"), NOW));

        assertThat(StationNames.in(documents.collection(), List.of("s1", "s2", "unknown")))
                .isEqualTo(Map.of("s1", "康健加油站", "s2", "now"));
    }

    @Test
    void areNoneOfNoStations() {
        assertThat(StationNames.in(documents.collection(), List.of())).isEmpty();
    }
}
