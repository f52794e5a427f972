package io.jiayou.imports.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.IdentifierKey;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierClaimed;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.ids.Ids;
import io.jiayou.imports.ImportAnswer;
import io.jiayou.imports.ImportClient;
import io.jiayou.imports.ImportServer;
import io.jiayou.imports.Positions;
import io.jiayou.imports.PublicData;
import io.jiayou.imports.Report.Sum;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The public fuel-card data: 600 transactions of two days of 2012. */
@ImportServer
class PublicTransactionsIT {

    /** The products that were looked up by hand in the list of products; independent of the program's own table. */
    private static final Set<String> FUEL = Set.of("2", "5", "8", "9", "20", "22", "31", "317", "322", "332");

    private final EventStore events;
    private final IdentifierKey key;
    private ImportClient client = new ImportClient(0);

    @Autowired
    PublicTransactionsIT(EventStore events, IdentifierKey key) {
        this.events = events;
        this.key = key;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = new ImportClient(port);
    }

    @Test
    void becomeOrdersWhoseSumsAreThoseOfTheFileAndAreImportedOnce() throws Exception {
        Map<String, byte[]> files = files();

        ImportAnswer first = client.transactions("?strict=true", files);
        long head = head();
        ImportAnswer second = client.transactions("", files);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.number("lines")).isEqualTo(600);
        assertThat(first.number("accepted") + first.number("alreadyThere")).isEqualTo(520);
        assertThat(first.count("not-fuel")).isEqualTo(79);
        assertThat(first.count("zero-amount")).isEqualTo(1);
        assertThat(first.refused()).hasSize(80).contains("4 not-fuel", "138 zero-amount");
        assertThat(first.number("version")).isEqualTo(head);
        assertThat(second.number("accepted")).isZero();
        assertThat(second.number("alreadyThere")).isEqualTo(520);
        assertThat(second.report().get("sums")).isEmpty();
        assertThat(sums(second.report().get("alreadyThereSums"))).isEqualTo(expectedSums());
        assertThat(head()).isEqualTo(head);
    }

    /** 1,2012-08-24,09:41:00,31543,486621,3704,2,28,672.64; the clocks of Prague were two hours ahead of UTC. */
    @Test
    void becomeOrdersThatHappenedThenAndWereRecordedNow() throws Exception {
        Instant before = Instant.now().minusSeconds(60);
        client.transactions("", files());
        String orderId = key.derivedId("fuel-card-transaction", "1");
        String driverId = holderOf("486621");
        String stationId = Ids.derived("fuel-card-station", "3704");
        Instant happened = Instant.parse("2012-08-24T07:41:00Z");
        Money total = new Money(67264, "CZK");

        List<? extends DomainEventMessage<?>> history =
                events.readEvents(orderId).asStream().toList();

        assertThat(history).hasSize(4).allSatisfy(event -> {
            assertThat(((OrderEvent) event.getPayload()).at()).isEqualTo(happened);
            assertThat(event.getTimestamp()).isBetween(before, Instant.now());
            assertThat(event.getMetaData()).containsEntry(MetadataKeys.CHANNEL, "import");
        });
        OrderPlaced placed = (OrderPlaced) history.get(0).getPayload();
        assertThat(placed.driverId()).isEqualTo(driverId);
        assertThat(placed.payable()).isEqualTo(total);
        assertThat(placed.price().derived()).isTrue();
        assertThat(placed.price().unitPrice()).isEqualTo(new UnitPrice(24023, "CZK"));
        assertThat(history.get(1).getPayload())
                .isEqualTo(new PaymentConfirmed(orderId, total, "fuel-card", "1", happened));
        assertThat(history.get(2).getPayload()).isEqualTo(new FuelDispensed(orderId, 28_000, total, happened));
        assertThat(history.get(3).getPayload())
                .isEqualTo(new OrderCompleted(orderId, driverId, stationId, null, "Diesel", 28_000, total, happened));
    }

    @Test
    void becomeDriversAndStationsOfWhichNothingIsInvented() throws Exception {
        client.transactions("", files());

        DriverRegistered driver =
                (DriverRegistered) events.readEvents(holderOf("486621")).next().getPayload();
        StationDescription station = ((StationRegistered) events.readEvents(Ids.derived("fuel-card-station", "3704"))
                        .next()
                        .getPayload())
                .description();

        assertThat(driver.name()).isEqualTo("Fuel card 486621");
        assertThat(driver.fuelCard()).isEqualTo("486621");
        assertThat(driver.phone()).isNull();
        assertThat(station)
                .isEqualTo(new StationDescription("Station 3704", "Chain 4", null, null, null, null, "Europe/Prague"));
    }

    private String holderOf(String card) {
        IdentifierClaimed claimed = (IdentifierClaimed) events.readEvents(key.claimId(IdentifierKind.FUEL_CARD, card))
                .next()
                .getPayload();
        return claimed.driverId();
    }

    private static Map<String, byte[]> files() throws IOException {
        return Map.of(
                "transactions", PublicData.read("fuel-card-transactions.csv"),
                "products", PublicData.read("fuel-card-products.csv"),
                "stations", PublicData.read("fuel-card-stations.csv"),
                "customers", PublicData.read("fuel-card-customers.csv"));
    }

    private static Map<String, Sum> expectedSums() throws IOException {
        Map<String, String> currencies = new HashMap<>();
        rows("fuel-card-customers.csv").forEach(row -> currencies.put(row[0], row[2]));
        Map<String, Sum> sums = new TreeMap<>();
        for (String[] row : rows("fuel-card-transactions.csv")) {
            long litres = Long.parseLong(row[7]);
            if (FUEL.contains(row[6]) && litres > 0) {
                String currency = currencies.getOrDefault(row[3], "?");
                long amount =
                        new BigDecimal(row[8]).multiply(BigDecimal.valueOf(100)).longValueExact();
                Sum before = sums.getOrDefault(currency, new Sum(currency, 0, 0, 0));
                sums.put(
                        currency,
                        new Sum(
                                currency,
                                before.amount() + amount,
                                before.volumeMl() + 1000 * litres,
                                before.orders() + 1));
            }
        }
        return sums;
    }

    private static List<String[]> rows(String file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        new String(PublicData.read(file), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .forEach(line -> rows.add(line.split(",", -1)));
        return rows;
    }

    private static Map<String, Sum> sums(JsonNode reported) {
        Map<String, Sum> sums = new TreeMap<>();
        for (JsonNode sum : reported) {
            String currency = sum.get("currency").asString();
            sums.put(
                    currency,
                    new Sum(
                            currency,
                            sum.get("amount").asLong(),
                            sum.get("volumeMl").asLong(),
                            sum.get("orders").asLong()));
        }
        return sums;
    }

    private long head() {
        return Positions.head(events);
    }
}
