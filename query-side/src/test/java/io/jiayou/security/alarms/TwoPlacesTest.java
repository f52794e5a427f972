package io.jiayou.security.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.identity.events.LoggedIn;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.readmodel.RecordedEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwoPlacesTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final String HERE = "203.0.113.0/24";
    private static final String THERE = "198.51.100.0/24";

    private final AlarmRule rule = new AlarmRules.TwoPlaces();

    @Test
    void areFiveMinutesApartAtMost() {
        rule.isReason(login("ann", HERE, AT));
        rule.isReason(login("ben", HERE, AT));

        assertThat(rule.isReason(login("ann", THERE, AT.plusSeconds(300)))).isTrue();
        assertThat(rule.isReason(login("ben", THERE, AT.plusSeconds(301)))).isFalse();
    }

    @Test
    void areRememberedOfTenThousand() {
        for (int n = 0; n < 10_000; n++) {
            rule.isReason(login("staff " + n, HERE, AT));
        }

        assertThat(rule.isReason(login("staff 0", THERE, AT))).isTrue();
        rule.isReason(login("one more", HERE, AT));
        assertThat(rule.isReason(login("staff 1", THERE, AT))).isFalse();
    }

    private static RecordedEvent login(String actor, String network, Instant at) {
        return new RecordedEvent(
                0,
                "e",
                "a",
                0,
                at,
                new LoggedIn("s", actor, "manager", LoginWay.PASSWORD, at),
                Map.of(MetadataKeys.NETWORK, network));
    }
}
