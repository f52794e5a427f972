package io.jiayou.approved;

import static io.jiayou.approved.SampleEvents.complete;
import static io.jiayou.approved.SampleEvents.minimal;

import io.jiayou.approved.SampleEvents.Sample;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.AddressesUnlisted;
import io.jiayou.security.events.DataExported;
import io.jiayou.security.events.Listing;
import io.jiayou.security.events.RefusalKind;
import io.jiayou.security.events.RefusalsCounted;
import io.jiayou.security.events.TaskFellSilent;
import java.time.Instant;
import java.util.List;

/** Invented events of the system's border. */
final class SampleSecurityEvents {

    private static final String ACCOUNT = "0198c5a0-0000-7000-8000-000000000006";
    private static final Instant AT = Instant.parse("2026-03-01T08:30:00.250Z");
    private static final Instant LATER = Instant.parse("2026-03-01T08:31:00.250Z");

    private SampleSecurityEvents() {}

    static List<Sample> all() {
        return List.of(
                complete(new AddressesListed("203.0.113.0/24", Listing.DENIED, "guesses passwords", AT)),
                minimal(new AddressesListed("2001:db8:0:0:0:0:0:0/32", Listing.ALLOWED, null, AT)),
                complete(new AddressesUnlisted("203.0.113.0/24", AT)),
                complete(new RefusalsCounted(RefusalKind.FORBIDDEN, ACCOUNT, "203.0.113.0/24", 17, AT, LATER)),
                minimal(new RefusalsCounted(RefusalKind.LOGIN_REFUSED, null, null, 1, AT, LATER)),
                complete(new DataExported(ACCOUNT, "GET /api/audit/export", AT)),
                complete(new TaskFellSilent("address-list", "no success for more than 1 min", AT)));
    }
}
