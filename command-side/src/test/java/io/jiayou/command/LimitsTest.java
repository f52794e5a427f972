package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.Preset;
import io.jiayou.order.recorddispense.RecordDispense;
import io.jiayou.order.recordorder.RecordOrder;
import io.jiayou.retention.recordpruning.RecordPruning;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import io.jiayou.station.closestation.CloseStation;
import io.jiayou.station.events.PumpSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationOpened;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.station.registerstation.RegisterStation;
import io.jiayou.station.setprice.SetPrice;
import io.jiayou.station.setpump.SetPump;
import io.jiayou.values.Limit;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions refuse what no event may hold, through whichever door a command came. */
class LimitsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final StationRegistered STATION = new StationRegistered("s", named("康健加油站"), NOW);

    private static StationDescription named(String name) {
        return new StationDescription(name, null, null, null, null, null, "Asia/Shanghai");
    }

    private static RecordOrder sale(long volumeMl, long amount, Instant at) {
        return new RecordOrder("o", "d", "s", "Diesel", volumeMl, new Money(amount, "CZK"), at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01T00:00:00Z",
                "-292275056-01-01T08:41:00Z",
                "-0001-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "1999-12-31T05:59:59.999999999Z",
                "2100-01-01T18:00:00Z",
                "+292278995-01-01T00:00:00Z"
            })
    void aSaleOfAnImpossibleTime(String at) {
        Scenario.given().when(sale(28_000, 67_264, Instant.parse(at))).thenRefused(Rule.TIME_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T06:00:00Z", "2100-01-01T17:59:59.999999999Z"})
    void theFirstAndTheLastMomentAreAccepted(String moment) {
        assertThat(Limit.TIME.allows(Instant.parse(moment))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "中国石化(半代理\ud842加油站)",
                "\udfff",
                "a\u0000b",
                "a\u001fb",
                "a\u0085b",
                "a\uffffb",
                "a\ufdd0b",
                "two\nlines",
                "a\tb",
                "two\u2028lines",
                "a\u202eb"
            })
    void aNameThatCannotBeKept(String name) {
        Scenario.given().when(new RegisterStation("s", named(name), NOW)).thenRefused(Rule.TEXT_NOT_PLAIN);
    }

    @Test
    void aNameOfNothingAndOneThatIsTooLong() {
        Scenario.given()
                .when(new RegisterStation("s", named("\u200b\u3000"), NOW))
                .thenRefused(Rule.TEXT_BLANK);
        Scenario.given()
                .when(new RegisterStation("s", named("𠮷".repeat(129)), NOW))
                .thenRefused(Rule.TEXT_TOO_LONG);
        Scenario.given()
                .when(new RegisterStation("s", named("𠮷".repeat(128)), NOW))
                .then(new StationRegistered("s", named("𠮷".repeat(128)), NOW));
    }

    @Test
    void linesWhereATextIsOneLineOnly() {
        Scenario.given(STATION)
                .when(new CloseStation("s", "pump 1 leaks\nand pump 2 does", NOW))
                .then(new StationClosed("s", "pump 1 leaks\nand pump 2 does", NOW));
    }

    @Test
    void numbersBeyondAllSense() {
        Scenario.given().when(sale(1, 1_000_000_000_001L, NOW)).thenRefused(Rule.NUMBER_OUT_OF_RANGE);
        Scenario.given().when(sale(1, 99_999_999_999L, NOW)).thenRefused(Rule.NUMBER_OUT_OF_RANGE);
        Scenario.given(STATION)
                .when(new SetPrice("s", "95#", new UnitPrice(Long.MAX_VALUE, "CNY"), NOW, NOW))
                .thenRefused(Rule.NUMBER_OUT_OF_RANGE);
        Scenario.given(STATION)
                .when(new SetPump("s", 1_000, List.of("95#"), true, NOW))
                .thenRefused(Rule.NUMBER_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XXX", "XTS", "XDR"})
    void pricesInWhatIsNoMoney(String currency) {
        Scenario.given(STATION)
                .when(new SetPrice("s", "95#", new UnitPrice(7_890, currency), NOW, NOW))
                .thenRefused(Rule.FORM_NOT_ALLOWED);
    }

    @Test
    void listsOfNothingOrOfMuch() {
        Scenario.given(STATION).when(new SetPump("s", 1, List.of(), true, NOW)).thenRefused(Rule.LIST_OUT_OF_RANGE);
        Scenario.given(STATION)
                .when(new SetPump("s", 1, Collections.nCopies(17, "95#"), true, NOW))
                .thenRefused(Rule.LIST_OUT_OF_RANGE);
        Scenario.given(STATION)
                .when(new SetPump("s", 1, List.of("95#", "so long that it is no grade"), true, NOW))
                .thenRefused(Rule.FORM_NOT_ALLOWED);
    }

    @Test
    void idsThatNobodyMayChoose() {
        Scenario.given().when(new RegisterStation("../s", named("a"), NOW)).thenRefused(Rule.FORM_NOT_ALLOWED);
        Scenario.given()
                .when(new RecordPruning("no archive", 1, "0".repeat(64), "/a", null, null, NOW))
                .thenRefused(Rule.FORM_NOT_ALLOWED);
    }

    /** What is stored is older than the limits: it's read, and life goes on from it. */
    @Test
    void whatIsStoredBeyondTheLimitsIsRead() {
        Instant longAgo = Instant.parse("-0001-01-01T08:41:00Z");
        Money total = new Money(67_264, "CZK");
        OrderPlaced placed = new OrderPlaced(
                "o",
                "d",
                "s",
                null,
                "Diesel",
                Preset.byAmount(67_264),
                new LockedPrice(new UnitPrice(24_023, "CZK"), null, true),
                total,
                null,
                longAgo);
        Scenario.given(placed, new PaymentConfirmed("o", total, "fuel-card", "1", longAgo))
                .when(new RecordDispense("o", 28_000, total, NOW))
                .then(new FuelDispensed("o", 28_000, total, NOW));
        Scenario.given(new StationRegistered("s", named("half \ud842"), longAgo))
                .when(new SetPump("s", 1, List.of("95#"), true, NOW))
                .then(new PumpSet("s", 1, List.of("95#"), true, NOW));
    }

    @Test
    void nothingIsRecordedWhileTheClockIsWrong() {
        EmbeddedEventStore events = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        new RecordedTimes(events);
        StationOpened event = new StationOpened("s", NOW);

        assertThatThrownBy(() -> events.publish(new GenericEventMessage<>("e", event, Map.of(), Instant.EPOCH)))
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.problem()).isEqualTo(Problem.UNAVAILABLE));
        events.publish(new GenericEventMessage<>("f", event, Map.of(), NOW));
    }
}
