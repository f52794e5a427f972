package io.jiayou.station.nearby;

import static java.util.Objects.requireNonNull;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.PumpSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationEvent;
import io.jiayou.station.events.StationOpened;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.timeline.Moments;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds a station's events into what finding it takes. Pumps don't matter here. */
@Component
class NearbyStationModel implements ReadModel<NearbyStation> {

    static final String DISTRICT = "description.district";
    static final String BRAND = "description.brand";

    @Override
    public String name() {
        return "nearby-stations";
    }

    @Override
    public Class<NearbyStation> view() {
        return NearbyStation.class;
    }

    @Override
    public List<String> indexes() {
        return Stream.concat(Arrays.stream(Grid.values()).map(Grid::field), Stream.of(DISTRICT, BRAND))
                .toList();
    }

    @Override
    public boolean reads(Class<?> event) {
        return StationEvent.class.isAssignableFrom(event) && event != PumpSet.class;
    }

    @Override
    public boolean isKeyedByAggregate() {
        return true;
    }

    @Override
    public Collection<String> documentsOf(Object event) {
        return event instanceof StationEvent of && !(event instanceof PumpSet) ? List.of(of.stationId()) : List.of();
    }

    @Override
    public NearbyStation fold(String id, @Nullable NearbyStation view, RecordedEvent event) {
        long position = event.position();
        return switch ((StationEvent) event.payload()) {
            case StationRegistered registered -> station(id, registered.description(), true, List.of(), position);
            case StationDescribed described -> {
                NearbyStation before = requireNonNull(view);
                yield station(id, described.description(), before.open(), before.prices(), position);
            }
            case StationOpened opened -> requireNonNull(view).open(true, position);
            case StationClosed closed -> requireNonNull(view).open(false, position);
            case PriceSet set -> priced(requireNonNull(view), set, event);
            case PumpSet pump -> requireNonNull(view);
        };
    }

    private static NearbyStation station(
            String id, StationDescription description, boolean open, List<HeldPrice> prices, long position) {
        GridCells cells = description.location() == null ? null : GridCells.of(description.location());
        return new NearbyStation(id, description, open, prices, cells, position);
    }

    private static NearbyStation priced(NearbyStation view, PriceSet set, RecordedEvent event) {
        HeldPrice price = new HeldPrice(set.grade(), set.price(), Moments.kept(set.holdsFrom()));
        return view.withPrices(HeldPrice.after(view.prices(), price, event.recordedAt()), event.position());
    }
}
