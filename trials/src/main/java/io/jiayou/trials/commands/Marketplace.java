package io.jiayou.trials.commands;

import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.ids.Ids;
import io.jiayou.order.cancelorder.CancelOrder;
import io.jiayou.order.completeorder.CompleteOrder;
import io.jiayou.order.confirmpayment.ConfirmPayment;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.Preset;
import io.jiayou.order.placeorder.PlaceOrder;
import io.jiayou.order.recorddispense.RecordDispense;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.registerstation.RegisterStation;
import io.jiayou.station.setprice.SetPrice;
import io.jiayou.station.setpump.SetPump;
import io.jiayou.trials.stores.CommandPath;
import io.jiayou.values.GeoPoint;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Stations with pumps and prices, and drivers who order at them. */
public final class Marketplace {

    private static final int STATIONS = 50;
    private static final int PUMPS = 4;
    private static final int DRIVERS = 200;
    private static final String GRADE = "95#";
    private static final String CURRENCY = "CNY";
    private static final long PAID = 20_000;
    private static final long DISPENSED_ML = 25_000;

    private final CommandPath path;
    private final List<String> stations = new ArrayList<>();
    private final List<String> drivers = new ArrayList<>();

    private Marketplace(CommandPath path) {
        this.path = path;
    }

    /** Registers everything through the command path. */
    public static Marketplace open(CommandPath path) {
        Marketplace marketplace = new Marketplace(path);
        for (int n = 0; n < STATIONS; n++) {
            marketplace.openStation(n);
        }
        for (int n = 0; n < DRIVERS; n++) {
            marketplace.registerDriver(n);
        }
        return marketplace;
    }

    private void openStation(int n) {
        String id = Ids.timeOrdered();
        path.send(new RegisterStation(
                id,
                new StationDescription(
                        "Station " + n,
                        "Brand " + n % 5,
                        n + " Long Road",
                        "District " + n % 15,
                        new GeoPoint(31.0 + n * 0.01, 121.0 + n * 0.01),
                        null,
                        "Asia/Shanghai"),
                now()));
        path.send(new SetPrice(id, GRADE, new UnitPrice(7_890 + n, CURRENCY), now(), now()));
        for (int pump = 1; pump <= PUMPS; pump++) {
            path.send(new SetPump(id, pump, List.of(GRADE), true, now()));
        }
        stations.add(id);
    }

    private void registerDriver(int n) {
        String id = Ids.timeOrdered();
        path.send(new RegisterDriver(id, "Driver " + n, "+86138%08d".formatted(n), null, null, now()));
        drivers.add(id);
    }

    public CommandPath path() {
        return path;
    }

    /** A new price at some station, that holds from some moment within an hour. */
    public SetPrice anyPrice() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new SetPrice(
                stations.get(random.nextInt(STATIONS)),
                GRADE,
                new UnitPrice(7_000 + random.nextInt(2_000), CURRENCY),
                now().plusSeconds(random.nextInt(3_600)),
                now());
    }

    /** A new order of some driver at some station. */
    public PlaceOrder anyOrder() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new PlaceOrder(
                Ids.timeOrdered(),
                drivers.get(random.nextInt(DRIVERS)),
                stations.get(random.nextInt(STATIONS)),
                1 + random.nextInt(PUMPS),
                GRADE,
                Preset.byAmount(PAID),
                null,
                now());
    }

    /** The payment of an order that {@link #anyOrder} made. */
    public ConfirmPayment paymentOf(PlaceOrder order) {
        return new ConfirmPayment(
                order.orderId(), new Money(PAID, CURRENCY), "wechat-pay", "wx-" + order.orderId(), now());
    }

    /** The life of an order whose driver gets back what wasn't fuelled; every tenth is cancelled instead. */
    public List<Object> anyJourney() {
        PlaceOrder order = anyOrder();
        String id = order.orderId();
        if (ThreadLocalRandom.current().nextInt(10) == 0) {
            return List.of(order, new CancelOrder(id, CancellationReason.BY_DRIVER, now()));
        }
        return List.of(
                order,
                paymentOf(order),
                new RecordDispense(id, DISPENSED_ML, null, now()),
                new CompleteOrder(id, now()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
