package io.jiayou.security.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.DriverErased;
import io.jiayou.identity.events.AccountClosed;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.AddressesUnlisted;
import io.jiayou.security.events.DataExported;
import io.jiayou.security.events.Listing;
import io.jiayou.security.events.RefusalKind;
import io.jiayou.security.events.RefusalsCounted;
import io.jiayou.security.events.TaskFellSilent;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same thing twice in one moment is one document, counted. */
class SecurityLogCountsTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.250Z");
    private static final String RANGE = "203.0.113.0/24";

    private final SecurityLog log = new SecurityLog();

    private static Stream<Object> happenings() {
        return Stream.of(
                new AccountClosed("ann", AT),
                new DriverErased("d1", AT),
                new AddressesListed(RANGE, Listing.DENIED, null, AT),
                new AddressesUnlisted(RANGE, AT),
                new DataExported("ann", "GET /api/audit/export", AT),
                new TaskFellSilent("full-backup", "no success", AT));
    }

    @ParameterizedTest
    @MethodSource("happenings")
    void countsWhatHappens(Object event) {
        SecurityItem once = folded(null, event, 7);
        SecurityItem twice = folded(once, event, 8);

        assertThat(once.count()).isEqualTo(1);
        assertThat(twice.count()).isEqualTo(2);
        assertThat(twice.id()).isEqualTo(once.id());
        assertThat(twice.position()).isEqualTo(8);
    }

    @Test
    void addsUpWhatWasCountedBefore() {
        RefusalsCounted refusals = new RefusalsCounted(RefusalKind.FORBIDDEN, "ann", RANGE, 17, AT, AT);

        assertThat(folded(folded(null, refusals, 7), refusals, 8).count()).isEqualTo(34);
    }

    @Test
    void isFoundByWhatItIsAboutAndByWhomInTheOrderOfItsEvents() {
        assertThat(log.name()).isEqualTo("security-log");
        assertThat(log.indexes()).containsExactlyInAnyOrder("position", "kind,position", "actor,position");
    }

    private SecurityItem folded(@Nullable SecurityItem before, Object event, long position) {
        String id = log.documentsOf(event).iterator().next();
        return log.fold(id, before, new RecordedEvent(position, "e", "a", 0, AT, event, Map.of()));
    }
}
