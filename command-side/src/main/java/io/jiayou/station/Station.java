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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A station as its events made it.
 *
 * @param description none before the station exists
 * @param open whether it takes orders
 * @param pumps by their number
 * @param prices by grade, in the order in which they became known
 */
public record Station(
        @Nullable StationDescription description,
        boolean open,
        Map<Integer, PumpSet> pumps,
        Map<String, List<PriceSet>> prices) {

    /** Before the first event. */
    public static final Station NONE = new Station(null, false, Map.of(), Map.of());

    public Station evolve(StationEvent event) {
        return switch (event) {
            case StationRegistered it -> new Station(it.description(), true, pumps, prices);
            case StationDescribed it -> new Station(it.description(), open, pumps, prices);
            case StationOpened ignored -> new Station(description, true, pumps, prices);
            case StationClosed ignored -> new Station(description, false, pumps, prices);
            case PumpSet it -> new Station(description, open, with(pumps, it.pump(), it), prices);
            case PriceSet it ->
                new Station(
                        description,
                        open,
                        pumps,
                        with(prices, it.grade(), append(prices.getOrDefault(it.grade(), List.of()), it)));
        };
    }

    /**
     * The price that holds at a moment as far as is known now: the one that holds from the latest moment not after it,
     * and of those the one that became known last.
     */
    public Optional<PriceSet> priceAt(String grade, Instant moment) {
        PriceSet holding = null;
        for (PriceSet price : prices.getOrDefault(grade, List.of())) {
            boolean begun = !price.holdsFrom().isAfter(moment);
            if (begun && (holding == null || !price.holdsFrom().isBefore(holding.holdsFrom()))) {
                holding = price;
            }
        }
        return Optional.ofNullable(holding);
    }

    /** Refuses unless the pump exists, is open and dispenses the grade. */
    public void requirePump(int number, String grade) {
        PumpSet pump = pumps.get(number);
        if (pump == null) {
            throw Rule.PUMP_UNKNOWN.violated("pump " + number);
        }
        Rule.PUMP_CLOSED.require(pump.open(), "pump " + number);
        Rule.GRADE_NOT_AT_PUMP.require(pump.grades().contains(grade), "pump " + number + " has " + pump.grades());
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    private static <T> List<T> append(List<T> list, T last) {
        List<T> copy = new ArrayList<>(list);
        copy.add(last);
        return copy;
    }
}
