package io.jiayou.station.setprice;

import io.jiayou.command.Aggregates;
import io.jiayou.rules.Rule;
import io.jiayou.station.Station;
import io.jiayou.station.StationAggregate;
import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.StationEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link SetPrice}. */
@Component
public class SetPriceHandler {

    private final Aggregates<StationAggregate, Station, StationEvent> stations;

    public SetPriceHandler(Aggregates<StationAggregate, Station, StationEvent> stations) {
        this.stations = stations;
    }

    @CommandHandler
    void handle(SetPrice command) {
        stations.decide(command.stationId(), station -> decide(station, command));
    }

    static List<StationEvent> decide(Station station, SetPrice command) {
        boolean sameCurrency = station.prices().values().stream().allMatch(prices -> prices.ordered()
                .getFirst()
                .price()
                .currency()
                .equals(command.price().currency()));
        Rule.CURRENCY_DIFFERS.require(sameCurrency, "a station sells in one currency");
        PriceSet price =
                new PriceSet(command.stationId(), command.grade(), command.price(), command.holdsFrom(), command.at());
        return station.pricesOf(command.grade()).contain(price) ? List.of() : List.of(price);
    }
}
