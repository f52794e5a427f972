package io.jiayou.driver.profile;

import static java.util.Objects.requireNonNull;

import io.jiayou.driver.events.DriverErased;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.driver.profile.DriverProfile.Vehicle;
import io.jiayou.personal.SealedText;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.timeline.Moments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds a driver's events into the profile. */
@Component
class DriverProfileModel implements AggregateReadModel<DriverProfile> {

    @Override
    public String name() {
        return "driver-profile";
    }

    @Override
    public Class<DriverProfile> view() {
        return DriverProfile.class;
    }

    @Override
    public List<String> indexes() {
        return List.of();
    }

    @Override
    public boolean reads(Class<?> event) {
        return DriverEvent.class.isAssignableFrom(event);
    }

    @Override
    public Collection<String> documentsOf(Object event) {
        return event instanceof DriverEvent of ? List.of(of.driverId()) : List.of();
    }

    @Override
    public DriverProfile fold(String id, @Nullable DriverProfile view, RecordedEvent event) {
        return switch ((DriverEvent) event.payload()) {
            case DriverRegistered registered -> profileOf(registered, event.position());
            case DriverProfileChanged changed -> changed(requireNonNull(view), changed, event.position());
            case VehicleAdded added -> added(requireNonNull(view), added, event.position());
            case VehicleRemoved removed -> removed(requireNonNull(view), removed, event.position());
            case DriverErased erased -> erased(requireNonNull(view), erased, event.position());
        };
    }

    private static DriverProfile profileOf(DriverRegistered registered, long position) {
        List<IdentifierKind> knownBy = new ArrayList<>();
        if (registered.phone() != null) {
            knownBy.add(IdentifierKind.PHONE);
        }
        if (registered.openid() != null) {
            knownBy.add(IdentifierKind.OPENID);
        }
        if (registered.fuelCard() != null) {
            knownBy.add(IdentifierKind.FUEL_CARD);
        }
        return new DriverProfile(
                registered.driverId(),
                registered.name(),
                registered.phone(),
                List.copyOf(knownBy),
                List.of(),
                0,
                Moments.kept(registered.at()),
                null,
                position);
    }

    private static DriverProfile changed(DriverProfile view, DriverProfileChanged changed, long position) {
        List<IdentifierKind> knownBy = new ArrayList<>(view.knownBy());
        knownBy.remove(IdentifierKind.PHONE);
        if (changed.phone() != null) {
            knownBy.addFirst(IdentifierKind.PHONE);
        }
        return new DriverProfile(
                view.driverId(),
                changed.name(),
                changed.phone(),
                List.copyOf(knownBy),
                view.vehicles(),
                view.vehiclesAdded(),
                view.registeredAt(),
                view.erasedAt(),
                position);
    }

    private static DriverProfile added(DriverProfile view, VehicleAdded added, long position) {
        List<Vehicle> vehicles = new ArrayList<>(view.vehicles());
        int number = view.vehiclesAdded() + 1;
        vehicles.add(new Vehicle(added.plate(), number, Moments.kept(added.at())));
        return view.with(vehicles, number, position);
    }

    private static DriverProfile removed(DriverProfile view, VehicleRemoved removed, long position) {
        List<Vehicle> vehicles = new ArrayList<>(view.vehicles());
        Integer number = removed.vehicle();
        vehicles.removeIf(
                vehicle -> number == null ? vehicle.plate().equals(removed.plate()) : vehicle.number() == number);
        return view.with(vehicles, view.vehiclesAdded(), position);
    }

    private static DriverProfile erased(DriverProfile view, DriverErased erased, long position) {
        return new DriverProfile(
                view.driverId(),
                SealedText.ERASED,
                null,
                List.of(),
                List.of(),
                view.vehiclesAdded(),
                view.registeredAt(),
                Moments.kept(erased.at()),
                position);
    }
}
