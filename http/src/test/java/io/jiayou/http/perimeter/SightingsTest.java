package io.jiayou.http.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.security.events.DataExported;
import io.jiayou.security.events.RefusalKind;
import io.jiayou.security.events.RefusalsCounted;
import io.jiayou.security.events.SecurityEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant END = BEGIN.plusSeconds(30);
    private static final String NETWORK = "203.0.113.0/24";

    private final Sightings sightings = new Sightings(BEGIN);

    @Test
    void areToldOnceAndCounted() {
        sightings.refused(RefusalKind.FORBIDDEN, "ann", NETWORK);
        sightings.refused(RefusalKind.FORBIDDEN, "ann", NETWORK);
        sightings.exported("bob", "GET /api/audit/export", BEGIN);

        assertThat(sightings.take(END))
                .containsExactly(
                        new RefusalsCounted(RefusalKind.FORBIDDEN, "ann", NETWORK, 2, BEGIN, END),
                        new DataExported("bob", "GET /api/audit/export", BEGIN));
        assertThat(sightings.take(END.plusSeconds(30))).isEmpty();
    }

    @Test
    void ofAFloodAreFewEventsAndNoneIsLost() {
        for (int n = 0; n < 100_000; n++) {
            sightings.refused(RefusalKind.TOKEN_NOT_BELIEVED, null, "10." + n % 250 + "." + n / 250 + ".0/24");
            sightings.refused(RefusalKind.UNAUTHENTICATED, null, NETWORK);
        }
        List<SecurityEvent> told = sightings.take(END);

        assertThat(told).hasSizeLessThanOrEqualTo(Sightings.TOLD + RefusalKind.values().length);
        assertThat(told.stream().mapToLong(it -> ((RefusalsCounted) it).count()).sum())
                .isEqualTo(200_000);
        assertThat(told).contains(new RefusalsCounted(RefusalKind.UNAUTHENTICATED, null, NETWORK, 100_000, BEGIN, END));
    }

    @Test
    void thatCouldNotBeKeptAreToldAgain() {
        sightings.refused(RefusalKind.FORBIDDEN, "ann", NETWORK);
        sightings.giveBack(sightings.take(END));
        sightings.refused(RefusalKind.FORBIDDEN, "ann", NETWORK);

        assertThat(sightings.take(END.plusSeconds(30)))
                .containsExactly(
                        new RefusalsCounted(RefusalKind.FORBIDDEN, "ann", NETWORK, 2, BEGIN, END.plusSeconds(30)));
    }
}
