package io.jiayou.station.events;

import io.jiayou.metadata.StoredAs;
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
public record PumpSet(String stationId, int pump, List<String> grades, boolean open, Instant at)
        implements StationEvent {

    public PumpSet {
        // one event object serves all that read it
        grades = List.copyOf(grades);
    }
}
