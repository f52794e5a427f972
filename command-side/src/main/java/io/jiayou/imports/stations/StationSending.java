package io.jiayou.imports.stations;

import io.jiayou.command.Commands;
import io.jiayou.command.Lookup;
import io.jiayou.imports.Tally;
import io.jiayou.rules.RuleViolation;
import io.jiayou.station.Station;
import io.jiayou.station.describestation.DescribeStation;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationEvent;
import io.jiayou.station.registerstation.RegisterStation;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Registers listed stations; describes anew those that are there with another description. */
@Component
class StationSending {

    private final Commands commands;
    private final Lookup<Station, StationEvent> stations;
    private final Clock clock;

    StationSending(Commands commands, Lookup<Station, StationEvent> stations, Clock clock) {
        this.commands = commands;
        this.stations = stations;
        this.clock = clock;
    }

    void send(String stationId, Listing listing, ZoneId zone, Tally tally) {
        try {
            if (changes(stationId, listing, zone)) {
                tally.accept();
            } else {
                tally.recognise();
            }
        } catch (RuleViolation violation) {
            tally.refuse(listing.place().spot(), violation);
        }
    }

    private boolean changes(String stationId, Listing listing, ZoneId zone) {
        StationDescription before =
                stations.find(stationId).map(Station::description).orElse(null);
        // the file says nothing of opening hours, so it takes none away
        StationDescription now = listing.description(zone.getId(), before == null ? null : before.openingHours());
        if (now.equals(before)) {
            return false;
        }
        commands.send(
                stationId,
                before == null
                        ? new RegisterStation(stationId, now, clock.instant())
                        : new DescribeStation(stationId, now, clock.instant()));
        return true;
    }
}
