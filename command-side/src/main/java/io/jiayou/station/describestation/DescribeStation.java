package io.jiayou.station.describestation;

import io.jiayou.station.events.StationDescription;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Describe a station anew; the whole description is replaced. */
public record DescribeStation(
        @TargetAggregateIdentifier String stationId, StationDescription description, Instant at) {}
