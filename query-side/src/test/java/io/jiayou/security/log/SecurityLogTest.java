package io.jiayou.security.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.DriverErased;
import io.jiayou.identity.events.LoggedIn;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.RoleGranted;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.DataExported;
import io.jiayou.security.events.Listing;
import io.jiayou.security.events.RefusalKind;
import io.jiayou.security.events.RefusalsCounted;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityLogTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.250Z");
    private static final String NETWORK = "203.0.113.0/24";

    private final SecurityLog log = new SecurityLog();

    @Test
    void showsALoginWithItsNetwork() {
        SecurityItem item = folded(new LoggedIn("s1", "ann", "manager", LoginWay.PASSWORD, AT));

        assertThat(item.kind()).isEqualTo(SecurityKind.LOGIN);
        assertThat(item.what()).isEqualTo("identity.logged-in");
        assertThat(item.actor()).isEqualTo("somebody");
        assertThat(item.network()).isEqualTo(NETWORK);
        assertThat(item.detail()).isEqualTo("manager by PASSWORD");
        assertThat(item.happenedAt()).isEqualTo(AT);
    }

    @Test
    void showsCountsByTheirOwnActorAndNetwork() {
        SecurityItem item = folded(new RefusalsCounted(RefusalKind.FORBIDDEN, "ann", "198.51.100.0/24", 17, AT, AT));

        assertThat(item.count()).isEqualTo(17);
        assertThat(item.actor()).isEqualTo("ann");
        assertThat(item.network()).isEqualTo("198.51.100.0/24");
        assertThat(item.detail()).isEqualTo("FORBIDDEN");
    }

    @Test
    void tellsPrivilegesExportsAndListsApart() {
        assertThat(folded(new RoleGranted("ann", "auditor", null, AT)).kind()).isEqualTo(SecurityKind.PRIVILEGES);
        assertThat(folded(new DataExported("ann", "GET /api/audit/export", AT)).kind())
                .isEqualTo(SecurityKind.EXPORT);
        assertThat(folded(new AddressesListed(NETWORK, Listing.DENIED, null, AT))
                        .subject())
                .isEqualTo(NETWORK);
    }

    @Test
    void showsWhoErasedADriver() {
        SecurityItem item = folded(new DriverErased("d1", AT));

        assertThat(item.kind()).isEqualTo(SecurityKind.ERASURE);
        assertThat(item.subject()).isEqualTo("d1");
        assertThat(item.actor()).isEqualTo("somebody");
    }

    @Test
    void leavesBusinessToOthers() {
        assertThat(log.documentsOf(new OrderCancelled("o1", CancellationReason.BY_DRIVER, AT)))
                .isEmpty();
    }

    private SecurityItem folded(Object event) {
        String id = log.documentsOf(event).iterator().next();
        Map<String, String> metadata = Map.of(MetadataKeys.ACTOR, "somebody", MetadataKeys.NETWORK, NETWORK);
        return log.fold(id, null, new RecordedEvent(7, "e", "a", 0, AT, event, metadata));
    }
}
