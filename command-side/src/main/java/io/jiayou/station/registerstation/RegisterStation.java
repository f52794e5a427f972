package io.jiayou.station.registerstation;

import io.jiayou.station.events.StationDescription;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Register a station; sending the same one twice is one station. */
public record RegisterStation(
        @TargetAggregateIdentifier String stationId, StationDescription description, Instant at) {}
