package io.jiayou.periodic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.scheduling.support.CronExpression;

/** When a task has its turns. */
public sealed interface Due {

    /** For people: {@code every 5 s}, {@code 0 0 3 * * * Asia/Shanghai}. */
    String text();

    /** As often as a pause says, which begins when the turn before has ended, by a clock that nobody sets. */
    static Every every(Duration pause) {
        return new Every(pause, pause);
    }

    /** Every day at a time of a zone. */
    static At daily(LocalTime at, ZoneId zone) {
        return new At("%d %d %d * * *".formatted(at.getSecond(), at.getMinute(), at.getHour()), zone);
    }

    /**
     * Again and again, with pauses.
     *
     * @param first how long after the beginning the first turn comes
     */
    record Every(Duration pause, Duration first) implements Due {

        /** Shorter ones would do nothing else. */
        private static final Duration SHORTEST = Duration.ofMillis(10);

        /** @throws IllegalArgumentException for a pause that is none */
        public Every {
            if (pause.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(
                        "a pause of %s is too short; at least %s".formatted(pause, Spoken.of(SHORTEST)));
            }
        }

        public Every first(Duration after) {
            return new Every(pause, after);
        }

        @Override
        public String text() {
            return "every " + Spoken.of(pause);
        }
    }

    /**
     * Again and again, with pauses that the task itself knows.
     *
     * @param pause asked after each turn
     * @param longest which it may say
     */
    record Paced(Supplier<Duration> pause, Duration longest) implements Due {

        @Override
        public String text() {
            return "every " + Spoken.of(longest) + " at the latest";
        }
    }

    /**
     * At times of day, by the clock on the wall.
     *
     * @param cron six fields, as Spring reads them
     */
    record At(String cron, ZoneId zone) implements Due {

        /** @throws IllegalArgumentException unless there is such a time */
        public At {
            CronExpression.parse(cron);
        }

        /**
         * The first time after a moment; never that moment itself. A time of day that a day hasn't, where clocks are put
         * forward, comes as much later; one that a day has twice comes once.
         */
        public Instant next(Instant after) {
            CronExpression times = CronExpression.parse(cron);
            LocalDateTime local = LocalDateTime.ofInstant(after, zone);
            Instant next;
            do {
                local = Objects.requireNonNull(times.next(local), "a time that never comes");
                next = local.atZone(zone).toInstant();
            } while (!next.isAfter(after));
            return next;
        }

        @Override
        public String text() {
            return cron + ' ' + zone;
        }
    }
}
