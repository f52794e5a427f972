package io.jiayou.station.setpump;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Set up a pump or change it; the same settings twice change nothing. */
public record SetPump(
        @TargetAggregateIdentifier String stationId, int pump, List<String> grades, boolean open, Instant at) {}
