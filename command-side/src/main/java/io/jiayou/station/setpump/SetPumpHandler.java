package io.jiayou.station.setpump;

import io.jiayou.command.Aggregates;
import io.jiayou.station.Station;
import io.jiayou.station.StationAggregate;
import io.jiayou.station.events.PumpSet;
import io.jiayou.station.events.StationEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link SetPump}. */
@Component
public class SetPumpHandler {

    private final Aggregates<StationAggregate, Station, StationEvent> stations;

    public SetPumpHandler(Aggregates<StationAggregate, Station, StationEvent> stations) {
        this.stations = stations;
    }

    @CommandHandler
    void handle(SetPump command) {
        stations.decide(command.stationId(), station -> decide(station, command));
    }

    static List<StationEvent> decide(Station station, SetPump command) {
        PumpSet before = station.pumps().get(command.pump());
        if (before != null && before.open() == command.open() && before.grades().equals(command.grades())) {
            return List.of();
        }
        return List.of(
                new PumpSet(command.stationId(), command.pump(), command.grades(), command.open(), command.at()));
    }
}
