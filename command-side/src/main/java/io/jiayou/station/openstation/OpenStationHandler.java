package io.jiayou.station.openstation;

import io.jiayou.command.Aggregates;
import io.jiayou.rules.Rule;
import io.jiayou.station.Station;
import io.jiayou.station.StationAggregate;
import io.jiayou.station.events.StationEvent;
import io.jiayou.station.events.StationOpened;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link OpenStation}. */
@Component
public class OpenStationHandler {

    private final Aggregates<StationAggregate, Station, StationEvent> stations;

    public OpenStationHandler(Aggregates<StationAggregate, Station, StationEvent> stations) {
        this.stations = stations;
    }

    @CommandHandler
    void handle(OpenStation command) {
        stations.decide(command.stationId(), station -> decide(station, command));
    }

    static List<StationEvent> decide(Station station, OpenStation command) {
        Rule.STATION_ALREADY_OPEN.require(!station.open(), "the station is open");
        return List.of(new StationOpened(command.stationId(), command.at()));
    }
}
