package io.jiayou.station;

import io.jiayou.rules.Rule;
import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.PumpSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationEvent;
import io.jiayou.station.events.StationOpened;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.values.Spoken;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A station as its events made it.
 *
 * @param registered none before the station exists
 * @param description as it is now; none before the station exists
 * @param open whether it takes orders
 * @param pumps by their number
 * @param prices by grade
 */
public record Station(
        @Nullable StationRegistered registered,
        @Nullable StationDescription description,
        boolean open,
        Map<Integer, PumpSet> pumps,
        Map<String, Prices> prices) {

    /** Before the first event. */
    public static final Station NONE = new Station(null, null, false, Map.of(), Map.of());

    public Station evolve(StationEvent event) {
        return switch (event) {
            case StationRegistered it -> new Station(it, it.description(), true, pumps, prices);
            case StationDescribed it -> new Station(registered, it.description(), open, pumps, prices);
            case StationOpened ignored -> new Station(registered, description, true, pumps, prices);
            case StationClosed ignored -> new Station(registered, description, false, pumps, prices);
            case PumpSet it -> new Station(registered, description, open, with(pumps, it.pump(), it), prices);
            case PriceSet it ->
                new Station(
                        registered,
                        description,
                        open,
                        pumps,
                        with(prices, it.grade(), pricesOf(it.grade()).with(it)));
        };
    }

    public Prices pricesOf(String grade) {
        return prices.getOrDefault(grade, Prices.NONE);
    }

    /** Refuses unless the pump exists, is open and dispenses the grade. */
    public void requirePump(int number, String grade) {
        PumpSet pump = pumps.get(number);
        if (pump == null) {
            throw Rule.PUMP_UNKNOWN.violated("the station has no pump {0}", Integer.toString(number));
        }
        Rule.PUMP_CLOSED.require(pump.open(), "pump {0} is out of service", Integer.toString(number));
        Rule.GRADE_NOT_AT_PUMP.require(
                pump.grades().contains(grade),
                "pump {0} dispenses {1}",
                Integer.toString(number),
                pump.grades().stream().map(Spoken::grade).toList());
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> copy = new HashMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }
}
