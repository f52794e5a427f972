package io.jiayou.security.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The streams of the border are stored with every event: their names may never change. */
class SecurityEventTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:30:00Z");

    @Test
    void whatIsListedStandsTogetherWithWhatIsUnlisted() {
        assertThat(new AddressesListed("203.0.113.0/24", Listing.DENIED, null, AT).subject())
                .isEqualTo(new AddressesUnlisted("203.0.113.0/24", AT).subject())
                .isEqualTo("security/addresses");
    }

    @Test
    void refusalsStandTogetherWhoeverWasRefused() {
        assertThat(new RefusalsCounted(RefusalKind.FORBIDDEN, "a1", null, 17, AT, AT).subject())
                .isEqualTo("security/refusals");
    }

    @Test
    void exportsStandTogetherWhoeverTookThem() {
        assertThat(new DataExported("a1", "GET /api/audit/export", AT).subject())
                .isEqualTo("security/exports");
    }

    @Test
    void ofTasksAreOfOneSubject() {
        assertThat(new TaskFellSilent("address-list", "no success", AT).subject())
                .isEqualTo("security/tasks");
    }
}
