package io.jiayou.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.station.events.PriceSet;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriceChangesTest {

    private static final Instant MONDAY = Instant.parse("2026-03-01T16:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    private static PriceSet price(String station, String grade, long thousandths, Instant holdsFrom) {
        return new PriceSet(station, grade, new UnitPrice(thousandths, "CNY"), holdsFrom, MONDAY);
    }

    @Test
    void aPriceTakesThePlaceOfTheOneThatWasToHoldFromThenOn() {
        PriceChanges changes = new PriceChanges();
        PriceSet monday = price("s", "95#", 7_900, MONDAY);
        PriceSet tuesday = price("s", "95#", 8_000, TUESDAY);
        PriceSet corrected = price("s", "95#", 7_850, MONDAY);

        assertThat(changes.formerOf(monday)).isNull();
        assertThat(changes.formerOf(tuesday)).isEqualTo(monday);
        assertThat(changes.formerOf(corrected)).isEqualTo(monday);
        assertThat(changes.formerOf(price("s", "95#", 8_100, TUESDAY))).isEqualTo(tuesday);
    }

    @Test
    void stationsAndGradesHavePricesOfTheirOwn() {
        PriceChanges changes = new PriceChanges();
        changes.formerOf(price("s", "95#", 7_900, MONDAY));

        assertThat(changes.formerOf(price("t", "95#", 7_900, TUESDAY))).isNull();
        assertThat(changes.formerOf(price("s", "92#", 7_900, TUESDAY))).isNull();
    }
}
