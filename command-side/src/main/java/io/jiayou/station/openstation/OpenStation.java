package io.jiayou.station.openstation;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Open a closed station. */
public record OpenStation(@TargetAggregateIdentifier String stationId, Instant at) {}
