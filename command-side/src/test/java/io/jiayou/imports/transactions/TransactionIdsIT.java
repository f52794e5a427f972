package io.jiayou.imports.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.command.Commands;
import io.jiayou.driver.IdentifierKey;
import io.jiayou.driver.events.DriverErased;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.IdentifierReleased;
import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.ids.Ids;
import io.jiayou.imports.ImportAnswer;
import io.jiayou.imports.ImportClient;
import io.jiayou.imports.ImportServer;
import io.jiayou.order.completeorder.CompleteOrder;
import io.jiayou.order.confirmpayment.ConfirmPayment;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.recorddispense.RecordDispense;
import io.jiayou.order.recordorder.RecordOrder;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.registerstation.RegisterStation;
import io.jiayou.values.Money;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Under which ids transactions and the holders of cards are found again. */
@ImportServer
class TransactionIdsIT {

    private static final Instant AT = Instant.parse("2024-05-06T05:08:09Z");
    private static final Money TOTAL = new Money(90_050, "CZK");

    private final EventStore events;
    private final IdentifierKey key;
    private final Commands commands;
    private ImportClient client = new ImportClient(0);

    @Autowired
    TransactionIdsIT(EventStore events, IdentifierKey key, Commands commands) {
        this.events = events;
        this.key = key;
        this.commands = commands;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = new ImportClient(port);
    }

    @Test
    void whatWasImportedBeforeIdsWereKeyedIsFoundAgain() throws Exception {
        importedBefore("old1", "9101");

        ImportAnswer answer = client.transactions("", CardFileSamples.with(line("old1", "9101"), line("new1", "9101")));

        assertThat(answer.refused()).isEmpty();
        assertThat(answer.number("alreadyThere")).isEqualTo(1);
        assertThat(answer.number("accepted")).isEqualTo(1);
        assertThat(events.readEvents(key.derivedId("fuel-card-transaction", "old1"))
                        .hasNext())
                .isFalse();
        assertThat(placed("new1").driverId()).isEqualTo(Ids.derived("fuel-card", "9101"));
    }

    @Test
    void newIdsNeedTheKeyAndDriversOfCardsHaveOrdinaryOnes() throws Exception {
        client.transactions("", CardFileSamples.with(line("new2", "9102")));

        assertThat(events.readEvents(Ids.derived("fuel-card-transaction", "new2"))
                        .hasNext())
                .isFalse();
        assertThat(placed("new2").driverId())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7.*")
                .isNotEqualTo(Ids.derived("fuel-card", "9102"));
        assertThat(events.readEvents(key.claimId(IdentifierKind.FUEL_CARD, "9102"))
                        .hasNext())
                .isTrue();
    }

    @Test
    void theCardOfAnErasedDriverIsFreeForSomebodyNew() throws Exception {
        client.transactions("", CardFileSamples.with(line("card1", "9103")));
        String erased = placed("card1").driverId();
        erase(erased, key.claimId(IdentifierKind.FUEL_CARD, "9103"));

        ImportAnswer answer =
                client.transactions("", CardFileSamples.with(line("card1", "9103"), line("card2", "9103")));

        assertThat(answer.refused()).isEmpty();
        assertThat(answer.number("alreadyThere")).isEqualTo(1);
        assertThat(answer.number("accepted")).isEqualTo(1);
        assertThat(placed("card2").driverId()).isNotEqualTo(erased);
    }

    /** A client that asked for the old id of a transaction that is to come, before no client could. */
    @Test
    void anOrderThatSomebodyPlacedUnderTheIdOfATransactionIsntTakenForIt() throws Exception {
        String squatted = Ids.derived("fuel-card-transaction", "soon1");
        commands.send(squatted, new RegisterDriver(squatted, "somebody", null, null, "9104-x", AT));

        ImportAnswer answer = client.transactions("", CardFileSamples.with(line("soon1", "9104")));

        assertThat(answer.refused()).isEmpty();
        assertThat(answer.number("accepted")).isEqualTo(1);
    }

    /** By the events of it: nothing here keeps keys of persons. */
    private void erase(String driverId, String claimId) {
        events.publish(
                new GenericDomainEventMessage<>(
                        "Identifier", claimId, 1, new IdentifierReleased(claimId, driverId, Instant.now())),
                new GenericDomainEventMessage<>("Driver", driverId, 1, new DriverErased(driverId, Instant.now())));
    }

    private static String line(String transaction, String card) {
        return transaction + ",2024-05-06,07:08:09,100," + card + ",10,1,20,900.50";
    }

    private OrderPlaced placed(String transaction) {
        return (OrderPlaced) events.readEvents(key.derivedId("fuel-card-transaction", transaction))
                .next()
                .getPayload();
    }

    /** As the import did before. */
    private void importedBefore(String transaction, String card) throws Exception {
        String order = Ids.derived("fuel-card-transaction", transaction);
        String driver = Ids.derived("fuel-card", card);
        String station = Ids.derived("fuel-card-station", "10");
        StationDescription described =
                new StationDescription("Station 10", "Chain 7", null, null, null, null, "Europe/Prague");
        List<Object> sent = List.of(
                new RegisterDriver(driver, "Fuel card " + card, null, null, card, AT),
                new RecordOrder(order, driver, station, "Diesel", 20_000, TOTAL, AT),
                new ConfirmPayment(order, TOTAL, "fuel-card", transaction, AT),
                new RecordDispense(order, 20_000, TOTAL, AT),
                new CompleteOrder(order, AT));
        if (!events.readEvents(station).hasNext()) {
            commands.send(station, new RegisterStation(station, described, AT));
        }
        for (Object command : sent) {
            commands.send(order, command);
        }
    }
}
