package io.jiayou.audit.report;

import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.audit.personal.PersonalReading;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.identity.events.AccountCreated;
import io.jiayou.personal.SealedText;
import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationRegistered;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stations and people were called at the end of the period. Whose names are read is written down like all reading. */
final class Names {

    private static final List<String> NAMING = List.of(
            "station.registered",
            "station.described",
            "driver.registered",
            "driver.profile-changed",
            "identity.account-created");

    private final Events events;
    private final PersonalReading reading;
    private final Instant until;
    private final Map<String, Party> known = new HashMap<>();

    Names(Events events, PersonalReading reading, Instant until) {
        this.events = events;
        this.reading = reading;
        this.until = until;
    }

    Party of(@Nullable String id) {
        return id == null || id.isEmpty() ? Party.NOBODY : known.computeIfAbsent(id, this::found);
    }

    private Party found(String id) {
        Object[] last = new Object[1];
        events.each(
                () -> new HistoryQuestion().aggregate(id).types(NAMING).recorded(null, until),
                (position, record, event) -> last[0] = event);
        return last[0] == null ? Party.of(id) : new Party(id, readable(name(reading.open(last[0]))));
    }

    private static String name(Object event) {
        return switch (event) {
            case StationRegistered it -> it.description().name();
            case StationDescribed it -> it.description().name();
            case DriverRegistered it -> it.name();
            case DriverProfileChanged it -> it.name();
            case AccountCreated it -> it.name();
            default -> "";
        };
    }

    private static String readable(String name) {
        return name.equals(SealedText.ERASED) || name.equals(SealedText.NO_KEY) ? "" : name;
    }
}
