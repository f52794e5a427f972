package io.jiayou.station.registerstation;

import io.jiayou.command.Aggregates;
import io.jiayou.rules.Rule;
import io.jiayou.station.Station;
import io.jiayou.station.StationAggregate;
import io.jiayou.station.events.StationEvent;
import io.jiayou.station.events.StationRegistered;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link RegisterStation}. */
@Component
public class RegisterStationHandler {

    private final Aggregates<StationAggregate, Station, StationEvent> stations;

    public RegisterStationHandler(Aggregates<StationAggregate, Station, StationEvent> stations) {
        this.stations = stations;
    }

    @CommandHandler
    void handle(RegisterStation command) {
        stations.decideNew(command.stationId(), station -> decide(station, command));
    }

    static List<StationEvent> decide(Station station, RegisterStation command) {
        if (station.registered() != null) {
            Rule.STATION_ALREADY_REGISTERED.require(
                    station.registered().description().equals(command.description()),
                    "the station id belongs to another registration");
            return List.of();
        }
        return List.of(new StationRegistered(command.stationId(), command.description(), command.at()));
    }
}
