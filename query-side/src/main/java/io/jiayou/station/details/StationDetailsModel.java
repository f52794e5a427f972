package io.jiayou.station.details;

import static java.util.Objects.requireNonNull;

import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.station.details.StationDetails.Pump;
import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.PumpSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationEvent;
import io.jiayou.station.events.StationOpened;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.timeline.Moments;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds a station's events into its details. */
@Component
class StationDetailsModel implements AggregateReadModel<StationDetails> {

    @Override
    public String name() {
        return "station-details";
    }

    @Override
    public Class<StationDetails> view() {
        return StationDetails.class;
    }

    @Override
    public List<String> indexes() {
        return List.of();
    }

    @Override
    public boolean reads(Class<?> event) {
        return StationEvent.class.isAssignableFrom(event);
    }

    @Override
    public Collection<String> documentsOf(Object event) {
        return event instanceof StationEvent of ? List.of(of.stationId()) : List.of();
    }

    @Override
    public StationDetails fold(String id, @Nullable StationDetails view, RecordedEvent event) {
        long position = event.position();
        return switch ((StationEvent) event.payload()) {
            case StationRegistered registered -> registered(registered, position);
            case StationDescribed described -> requireNonNull(view).with(described.description(), position);
            case StationOpened opened -> requireNonNull(view).opened(position);
            case StationClosed closed -> requireNonNull(view).closed(closed.reason(), position);
            case PumpSet set -> requireNonNull(view).withPumps(pumps(view.pumps(), set), position);
            case PriceSet set -> requireNonNull(view).withPrices(prices(view.prices(), set, event), position);
        };
    }

    private static StationDetails registered(StationRegistered registered, long position) {
        return new StationDetails(
                registered.stationId(),
                registered.description(),
                true,
                null,
                List.of(),
                List.of(),
                Moments.kept(registered.at()),
                position);
    }

    private static List<Pump> pumps(List<Pump> pumps, PumpSet set) {
        Stream<Pump> others = pumps.stream().filter(pump -> pump.number() != set.pump());
        return Stream.concat(others, Stream.of(new Pump(set.pump(), set.grades(), set.open())))
                .sorted(Comparator.comparingInt(Pump::number))
                .toList();
    }

    private static List<SetPrice> prices(List<SetPrice> prices, PriceSet set, RecordedEvent event) {
        SetPrice price = new SetPrice(
                set.grade(),
                set.price(),
                Moments.kept(set.holdsFrom()),
                Moments.kept(event.recordedAt()),
                event.position());
        return Stream.concat(prices.stream(), Stream.of(price)).toList();
    }
}
