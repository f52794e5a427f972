package io.jiayou.station.events;

import java.time.Instant;

/** What happened to a station. */
public sealed interface StationEvent
        permits StationRegistered, StationDescribed, StationOpened, StationClosed, PriceSet, PumpSet {

    String stationId();

    /** When it happened; when it was recorded is the event's own timestamp. */
    Instant at();
}
