package io.jiayou.demo;

import io.jiayou.command.Commands;
import io.jiayou.command.Lookup;
import io.jiayou.command.Origin;
import io.jiayou.command.RecordedTimes;
import io.jiayou.driver.addvehicle.AddVehicle;
import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.ids.Ids;
import io.jiayou.order.Order;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.station.Station;
import io.jiayou.station.events.StationEvent;
import io.jiayou.station.registerstation.RegisterStation;
import io.jiayou.station.setprice.SetPrice;
import io.jiayou.station.setpump.SetPump;
import io.jiayou.values.UnitPrice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Seeds a small world: stations, prices, drivers, a week of orders, feedback. All of it generated. In an empty store it's
 * recorded over that week's days, one after the other, as if the system had lived it; where something was recorded already,
 * it's recorded now.
 */
@Component
public final class DemoData {

    private static final int DRIVERS = 60;
    private static final String CURRENCY = "CNY";
    /** Thousandths of a yuan per litre. */
    private static final Map<String, Long> PRICES = Map.of("92#", 7_520L, "95#", 8_010L, "98#", 9_010L, "0#", 7_180L);

    private static final List<String> SURNAMES = List.of("林", "陈", "沈", "顾", "陆", "许", "叶", "方", "唐", "魏");
    private static final List<String> GIVEN_NAMES = List.of("一诺", "子墨", "雨桐", "浩然", "思源", "清和");
    private static final Origin ORIGIN = new Origin("demo", "system", "demo", "demo");

    private final Commands commands;
    private final Lookup<Station, StationEvent> stations;
    private final Lookup<Order, OrderEvent> orders;

    public DemoData(Commands commands, Lookup<Station, StationEvent> stations, Lookup<Order, OrderEvent> orders) {
        this.commands = commands;
        this.stations = stations;
        this.orders = orders;
    }

    /** How something that happened at a moment is recorded. */
    private interface Recording {
        void record(Instant moment, Runnable work);
    }

    /** Seeds an empty system; where the stations are, nothing. */
    public void seed(Instant now) {
        List<DemoStation> all = DemoStation.all();
        if (stations.find(all.getLast().id()).isPresent()) {
            return;
        }
        Recording recording = commands.head() < 0 ? RecordedTimes::livedAt : (moment, work) -> work.run();
        Instant opened = now.minus(30, ChronoUnit.DAYS);
        // All of this is of one moment: in which order it's recorded says nothing.
        inParallel(Stream.<Runnable>concat(
                        IntStream.range(0, DRIVERS).mapToObj(number -> () -> driver(number, opened)),
                        all.stream().map(station -> () -> station(station, opened, now)))
                .<Runnable>map(work -> () -> recording.record(opened, work))
                .toList());
        DemoLife life = new DemoLife(commands, orders, all, now);
        List<DemoLife.Step> week = DemoOrder.weekBefore(now, all.size(), DRIVERS).stream()
                .flatMap(order -> life.steps(order).stream())
                .sorted(Comparator.comparing(DemoLife.Step::at))
                .toList();
        inParallel(List.of(() -> week.forEach(step -> recording.record(step.at(), step.send()))));
        inParallel(all.stream()
                .<Runnable>map(station -> () -> recording.record(now, () -> announce(station, now)))
                .toList());
    }

    /** The station that demonstration accounts belong to. */
    public static String stationId() {
        return DemoStation.all().getFirst().id();
    }

    static String driverId(int number) {
        return Ids.derived("demo-driver", Integer.toString(number));
    }

    private void driver(int number, Instant at) {
        String name = SURNAMES.get(number % SURNAMES.size()) + GIVEN_NAMES.get(number / SURNAMES.size());
        String driverId = driverId(number);
        // No operator of mainland China has been given numbers that begin with 154.
        String phone = "+86154%08d".formatted(number);
        send(driverId, new RegisterDriver(driverId, name, phone, null, null, at));
        String plate = number % 3 == 0 ? "沪AD%05d".formatted(10_000 + number) : "沪A%05d".formatted(20_000 + number);
        send(driverId, new AddVehicle(driverId, plate, at));
    }

    private void station(DemoStation station, Instant opened, Instant now) {
        String id = station.id();
        send(id, new RegisterStation(id, station.description(), opened));
        for (int pump = 0; pump < DemoStation.PUMPS.size(); pump++) {
            send(id, new SetPump(id, pump + 1, DemoStation.PUMPS.get(pump), true, opened));
        }
        PRICES.forEach((grade, thousandths) -> {
            price(id, grade, thousandths + station.surcharge(), opened, opened);
            // Guide prices change at 24:00, and are told before.
            price(
                    id,
                    grade,
                    thousandths + station.surcharge() + 120,
                    midnight(now).minus(Duration.ofDays(3)),
                    opened);
        });
    }

    /** Prices of the days to come. */
    private void announce(DemoStation station, Instant now) {
        PRICES.forEach((grade, thousandths) -> price(
                station.id(),
                grade,
                thousandths + station.surcharge() - 60,
                midnight(now).plus(Duration.ofDays(4)),
                now));
    }

    private static Instant midnight(Instant now) {
        return now.atZone(ZoneId.of(DemoStation.ZONE))
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }

    private void price(String id, String grade, long thousandths, Instant holdsFrom, Instant at) {
        send(id, new SetPrice(id, grade, new UnitPrice(thousandths, CURRENCY), holdsFrom, at));
    }

    private void send(String id, Object command) {
        commands.send(id, command);
    }

    /** Many at a time, since each waits for its events to be forced to disk. */
    private static void inParallel(List<? extends Runnable> work) {
        try (ExecutorService workers =
                Executors.newFixedThreadPool(32, Thread.ofVirtual().factory())) {
            List<? extends Future<?>> running = work.stream()
                    .map(piece -> workers.submit(() -> ORIGIN.call(Executors.callable(piece))))
                    .toList();
            for (Future<?> piece : running) {
                piece.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the demonstration data couldn't be seeded", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
