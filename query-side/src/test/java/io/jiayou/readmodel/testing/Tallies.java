package io.jiayou.readmodel.testing;

import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Folds a driver's events, and on demand fails or folds otherwise. */
public final class Tallies implements ReadModel<Tally> {

    /** The id of the one document that all events reach. */
    public static final String ALL = "all";

    private final String name;
    private final Set<Long> poison = ConcurrentHashMap.newKeySet();
    private final Set<Long> untakable = ConcurrentHashMap.newKeySet();
    private volatile Consumer<RecordedEvent> onFold = event -> {};

    public Tallies(String name) {
        this.name = name;
    }

    /** Makes the whole model fail at the event of a position until {@link #heal()}, as one that breaks its contract. */
    public void poison(long position) {
        poison.add(position);
    }

    /** Makes the fold throw for the event of a position, which stops its documents. */
    public void cannotTake(long position) {
        untakable.add(position);
    }

    public void heal() {
        poison.clear();
        untakable.clear();
    }

    public void onFold(Consumer<RecordedEvent> watcher) {
        onFold = watcher;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<Tally> view() {
        return Tally.class;
    }

    @Override
    public List<String> indexes() {
        return List.of("name", "lastPlate,changedAt");
    }

    @Override
    public Collection<String> documentsOf(Object event) {
        return switch (event) {
            case DriverRegistered registered -> List.of(registered.driverId(), ALL);
            case VehicleAdded added -> List.of(added.driverId(), ALL);
            case VehicleRemoved removed -> List.of(removed.driverId());
            case DriverProfileChanged changed -> List.of(changed.driverId());
            default -> List.of();
        };
    }

    @Override
    public Tally fold(String id, @Nullable Tally view, RecordedEvent event) {
        if (poison.contains(event.position())) {
            return new Tally(id, "poisoned", List.of(), Map.of(), 0, null, event.recordedAt(), -7);
        }
        if (untakable.contains(event.position())) {
            throw new IllegalStateException("can't take " + event.position());
        }
        onFold.accept(event);
        Tally before = view == null ? new Tally(id, "", List.of(), Map.of(), 0, null, event.recordedAt(), -1) : view;
        return switch (event.payload()) {
            case DriverRegistered registered -> next(before, event, registered.name(), before.plates(), null);
            case VehicleAdded added -> next(before, event, before.name(), with(before, added.plate()), added.plate());
            case VehicleRemoved removed -> next(before, event, before.name(), without(before, removed.plate()), null);
            default -> next(before, event, before.name(), before.plates(), before.lastPlate());
        };
    }

    private static Tally next(
            Tally before, RecordedEvent event, String name, List<String> plates, @Nullable String lastPlate) {
        Map<String, Long> byHour = new LinkedHashMap<>(before.eventsByHour());
        byHour.merge("h" + event.recordedAt().toEpochMilli() / 10 % 24, 1L, Long::sum);
        return new Tally(
                before.id(),
                name,
                plates,
                byHour,
                before.sum() * 31 + event.position(),
                lastPlate,
                event.recordedAt(),
                event.position());
    }

    private static List<String> with(Tally before, String plate) {
        List<String> plates = new ArrayList<>(before.plates());
        plates.add(plate);
        return List.copyOf(plates.subList(Math.max(0, plates.size() - 3), plates.size()));
    }

    private static List<String> without(Tally before, String plate) {
        return before.plates().stream().filter(other -> !other.equals(plate)).toList();
    }
}
