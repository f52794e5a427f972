package io.jiayou.station.describestation;

import io.jiayou.command.Aggregates;
import io.jiayou.station.Station;
import io.jiayou.station.StationAggregate;
import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link DescribeStation}. */
@Component
public class DescribeStationHandler {

    private final Aggregates<StationAggregate, Station, StationEvent> stations;

    public DescribeStationHandler(Aggregates<StationAggregate, Station, StationEvent> stations) {
        this.stations = stations;
    }

    @CommandHandler
    void handle(DescribeStation command) {
        stations.decide(command.stationId(), station -> decide(station, command));
    }

    static List<StationEvent> decide(Station station, DescribeStation command) {
        if (command.description().equals(station.description())) {
            return List.of();
        }
        return List.of(new StationDescribed(command.stationId(), command.description(), command.at()));
    }
}
