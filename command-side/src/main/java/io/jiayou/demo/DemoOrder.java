package io.jiayou.demo;

import io.jiayou.order.events.Preset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What shall happen to one generated order.
 *
 * @param deliveredPerMille of the ordered volume; less than 1,000 leaves a difference to give back
 */
record DemoOrder(
        int number,
        int station,
        int driver,
        int pump,
        String grade,
        Preset preset,
        Fate fate,
        int deliveredPerMille,
        Instant at) {

    /** How far an order gets. */
    enum Fate {
        COMPLETED,
        CANCELLED,
        UNPAID,
        PAID_WITHOUT_FUEL,
        NOTHING_DISPENSED
    }

    private static final int DAYS = 7;
    private static final int PER_DAY = 60;
    private static final long SEED = 2026;
    /** Of 24 hours, how many orders fall into each: few at night, most on the way to work and home. */
    private static final int[] HOURS = {1, 1, 0, 0, 0, 1, 3, 7, 8, 5, 4, 4, 5, 4, 3, 4, 5, 8, 7, 5, 4, 3, 2, 1};

    /** A week of orders that ends now; the same for the same day. */
    static List<DemoOrder> weekBefore(Instant now, int stations, int drivers) {
        Random random = new Random(SEED);
        ZoneId zone = ZoneId.of(DemoStation.ZONE);
        LocalDate today = now.atZone(zone).toLocalDate();
        List<DemoOrder> orders = new ArrayList<>();
        for (int day = DAYS; day >= 0; day--) {
            for (int count = 0; count < PER_DAY; count++) {
                LocalTime time = LocalTime.of(hour(random), random.nextInt(60), random.nextInt(60));
                Instant at = today.minusDays(day).atTime(time).atZone(zone).toInstant();
                DemoOrder order = order(orders.size(), random, stations, drivers, at);
                if (at.isBefore(now.minus(15, ChronoUnit.MINUTES))) {
                    orders.add(order);
                }
            }
        }
        return orders;
    }

    private static DemoOrder order(int number, Random random, int stations, int drivers, Instant at) {
        int pump = random.nextInt(DemoStation.PUMPS.size());
        List<String> grades = DemoStation.PUMPS.get(pump);
        return new DemoOrder(
                number,
                random.nextInt(stations),
                random.nextInt(drivers),
                pump + 1,
                grades.get(random.nextInt(grades.size())),
                preset(random),
                fate(random.nextInt(100)),
                random.nextInt(4) == 0 ? 900 + random.nextInt(100) : 1000,
                at);
    }

    private static Preset preset(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Preset.byVolume(20_000L + random.nextInt(8) * 5_000L);
            case 1 -> Preset.fullTank(45_000L + random.nextInt(5) * 5_000L);
            default -> Preset.byAmount(10_000L + random.nextInt(5) * 5_000L);
        };
    }

    private static Fate fate(int percent) {
        if (percent < 86) {
            return Fate.COMPLETED;
        }
        if (percent < 91) {
            return Fate.CANCELLED;
        }
        if (percent < 95) {
            return Fate.UNPAID;
        }
        return percent < 98 ? Fate.PAID_WITHOUT_FUEL : Fate.NOTHING_DISPENSED;
    }

    private static int hour(Random random) {
        int left = random.nextInt(java.util.Arrays.stream(HOURS).sum());
        int hour = 0;
        while (left >= HOURS[hour]) {
            left -= HOURS[hour++];
        }
        return hour;
    }
}
