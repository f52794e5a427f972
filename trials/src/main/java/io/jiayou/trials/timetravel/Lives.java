package io.jiayou.trials.timetravel;

import io.jiayou.driver.addvehicle.AddVehicle;
import io.jiayou.driver.changeprofile.ChangeProfile;
import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.driver.removevehicle.RemoveVehicle;
import io.jiayou.driver.setcontact.SetContact;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.feedback.answerfeedback.AnswerFeedback;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.filefeedback.FileFeedback;
import io.jiayou.feedback.reopenfeedback.ReopenFeedback;
import io.jiayou.feedback.resolvefeedback.ResolveFeedback;
import io.jiayou.ids.Ids;
import io.jiayou.order.placeorder.PlaceOrder;
import io.jiayou.station.closestation.CloseStation;
import io.jiayou.station.describestation.DescribeStation;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.openstation.OpenStation;
import io.jiayou.station.registerstation.RegisterStation;
import io.jiayou.station.setprice.SetPrice;
import io.jiayou.station.setpump.SetPump;
import io.jiayou.trials.commands.Marketplace;
import io.jiayou.trials.stores.CommandPath;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets orders, stations, drivers and feedback live beside each other, through the real command path. */
final class Lives {

    private static final int IN_FLIGHT = 16;

    private final CommandPath path;
    private final Marketplace marketplace;
    private final AtomicInteger drivers = new AtomicInteger();

    private Lives(CommandPath path) {
        this.path = path;
        this.marketplace = Marketplace.open(path);
    }

    /** Goes on until there are so many events. */
    static void live(CommandPath path, long events) throws Exception {
        Lives lives = new Lives(path);
        RocksEventStorageEngine engine = path.bean(RocksEventStorageEngine.class);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < IN_FLIGHT; n++) {
                running.add(threads.submit(() -> {
                    while (engine.size() < events) {
                        lives.any().forEach(path::send);
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private List<?> any() {
        return switch (ThreadLocalRandom.current().nextInt(8)) {
            case 0 -> station();
            case 1 -> driver();
            case 2 -> feedback();
            case 3, 4 -> List.of(marketplace.anyPrice());
            default -> marketplace.anyJourney();
        };
    }

    private static List<?> station() {
        String id = Ids.timeOrdered();
        return List.of(
                new RegisterStation(id, described("New station"), now()),
                new SetPrice(id, "92#", new UnitPrice(7_500, "CNY"), now(), now()),
                new SetPump(id, 1, List.of("92#"), true, now()),
                new DescribeStation(id, described("Renamed station"), now()),
                new CloseStation(id, "repairs", now()),
                new SetPump(id, 1, List.of("92#", "95#"), false, now()),
                new SetPrice(id, "92#", new UnitPrice(7_700, "CNY"), now().plusSeconds(60), now()),
                new OpenStation(id, now()));
    }

    private static StationDescription described(String name) {
        return new StationDescription(name, null, null, null, null, null, "Asia/Shanghai");
    }

    private List<?> driver() {
        String id = Ids.timeOrdered();
        int n = drivers.incrementAndGet();
        return List.of(
                new RegisterDriver(id, "New driver", "+86139%08d".formatted(n), null, null, now()),
                new AddVehicle(id, "沪A12345", now()),
                new AddVehicle(id, "沪AD12345", now()),
                new ChangeProfile(id, "Renamed driver", now()),
                new SetContact(id, "+86137%08d".formatted(n), now()),
                new RemoveVehicle(id, "沪A12345", now()));
    }

    private List<?> feedback() {
        PlaceOrder order = marketplace.anyOrder();
        String id = Ids.timeOrdered();
        return List.of(
                order,
                new FileFeedback(
                        id,
                        order.driverId(),
                        order.orderId(),
                        FeedbackCategory.STATION_SERVICE,
                        "a queue",
                        2,
                        FeedbackChannel.MINI_PROGRAM,
                        now()),
                marketplace.paymentOf(order),
                new AnswerFeedback(id, "a look is taken", now()),
                new ResolveFeedback(id, "a second pump was opened", now()),
                new ReopenFeedback(id, "the queue is back", now()),
                new AnswerFeedback(id, "another look is taken", now()),
                new ResolveFeedback(id, "a third pump was opened", now()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
