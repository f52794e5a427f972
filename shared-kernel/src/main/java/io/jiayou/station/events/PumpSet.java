package io.jiayou.station.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import io.jiayou.values.Limits;
import java.time.Instant;
import java.util.List;

/**
 * A pump was set up or changed.
 *
 * @param pump its number at the station, from 1
 * @param grades what it can dispense
 * @param open whether it takes orders
 */
@StoredAs("station.pump-set")
public record PumpSet(
        @Limited(Limit.ID) String stationId,
        @Limited(Limit.PUMP) int pump,

        @Limited(value = Limit.GRADE, entries = Limits.GRADES)
        List<String> grades,

        boolean open,
        Instant at)
        implements StationEvent {

    public PumpSet {
        // one event object serves all that read it
        grades = List.copyOf(grades);
    }
}
