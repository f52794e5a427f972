package io.jiayou.station.closestation;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Close a station: it takes no new orders; those that were placed go on. */
public record CloseStation(
        @TargetAggregateIdentifier String stationId,
        @Nullable String reason,
        Instant at) {}
