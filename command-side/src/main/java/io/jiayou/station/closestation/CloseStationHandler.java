package io.jiayou.station.closestation;

import io.jiayou.command.Aggregates;
import io.jiayou.rules.Rule;
import io.jiayou.station.Station;
import io.jiayou.station.StationAggregate;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link CloseStation}. */
@Component
public class CloseStationHandler {

    private final Aggregates<StationAggregate, Station, StationEvent> stations;

    public CloseStationHandler(Aggregates<StationAggregate, Station, StationEvent> stations) {
        this.stations = stations;
    }

    @CommandHandler
    void handle(CloseStation command) {
        stations.decide(command.stationId(), station -> decide(station, command));
    }

    static List<StationEvent> decide(Station station, CloseStation command) {
        Rule.STATION_ALREADY_CLOSED.require(station.open(), "the station is closed");
        return List.of(new StationClosed(command.stationId(), command.reason(), command.at()));
    }
}
