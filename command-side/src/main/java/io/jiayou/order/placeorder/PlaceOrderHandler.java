package io.jiayou.order.placeorder;

import io.jiayou.command.Aggregates;
import io.jiayou.command.ErasedPersons;
import io.jiayou.command.Lookup;
import io.jiayou.driver.Driver;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.order.Order;
import io.jiayou.order.OrderAggregate;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.rules.Rule;
import io.jiayou.station.Station;
import io.jiayou.station.events.StationEvent;
import io.jiayou.values.Money;
import io.jiayou.values.Spoken;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link PlaceOrder}. */
@Component
public class PlaceOrderHandler {

    private final Aggregates<OrderAggregate, Order, OrderEvent> orders;
    private final Lookup<Driver, DriverEvent> drivers;
    private final Lookup<Station, StationEvent> stations;
    private final ErasedPersons erased;

    public PlaceOrderHandler(
            Aggregates<OrderAggregate, Order, OrderEvent> orders,
            Lookup<Driver, DriverEvent> drivers,
            Lookup<Station, StationEvent> stations,
            ErasedPersons erased) {
        this.orders = orders;
        this.drivers = drivers;
        this.stations = stations;
        this.erased = erased;
    }

    @CommandHandler
    void handle(PlaceOrder command) {
        orders.decideNew(command.orderId(), order -> decide(order, command, () -> stationFor(command)));
    }

    private Station stationFor(PlaceOrder command) {
        drivers.requireKnown(command.driverId(), Rule.DRIVER_UNKNOWN);
        Rule.DRIVER_ERASED.require(!erased.has(command.driverId()), "an erased driver orders nothing");
        return stations.require(command.stationId(), Rule.STATION_UNKNOWN);
    }

    /**
     * @param station asked only for a new order: sending one again succeeds whatever became of its station
     */
    static List<OrderEvent> decide(Order order, PlaceOrder command, Supplier<Station> station) {
        if (order.placed() != null) {
            Rule.ORDER_ID_TAKEN.require(command.isRepeatedBy(order.placed()), "the order id belongs to another order");
            return List.of();
        }
        LockedPrice price = lockPrice(station.get(), command);
        Money payable = OrderLimits.payable(command.preset(), price.unitPrice());
        return List.of(new OrderPlaced(
                command.orderId(),
                command.driverId(),
                command.stationId(),
                command.pump(),
                command.grade(),
                command.preset(),
                price,
                payable,
                command.plate(),
                command.at()));
    }

    private static LockedPrice lockPrice(Station station, PlaceOrder command) {
        Rule.STATION_CLOSED.require(station.open(), "the station takes no orders");
        station.requirePump(command.pump(), command.grade());
        return station.pricesOf(command.grade())
                .at(command.at())
                .map(set -> new LockedPrice(set.price(), set.holdsFrom(), false))
                .orElseThrow(() -> Rule.NO_PRICE_HOLDS.violated(
                        "no price holds for {0} at this station", Spoken.grade(command.grade())));
    }
}
