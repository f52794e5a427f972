package io.jiayou.archive.backup;

import io.jiayou.archive.manifest.SetManifest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which sets stay. A set stays if any rule keeps it; the newest always does.
 *
 * @param last so many of the newest
 * @param daily the newest of each of so many days that have any
 * @param weekly likewise, ISO weeks
 * @param monthly likewise
 * @param yearly likewise
 * @param zone whose days they are
 */
public record KeepRules(int last, int daily, int weekly, int monthly, int yearly, ZoneId zone) {

    private static final List<String> NAMES = List.of("last", "daily", "weekly", "monthly", "yearly");

    public KeepRules {
        if (last < 0 || daily < 0 || weekly < 0 || monthly < 0 || yearly < 0) {
            throw new IllegalArgumentException("a rule keeps 0 or more");
        }
    }

    /**
     * Rules as configuration says them.
     *
     * @param text {@code last=3,daily=7,weekly=5,monthly=12,yearly=5}; what isn't named keeps none
     * @throws IllegalArgumentException for anything else
     */
    public static KeepRules parse(String text, ZoneId zone) {
        Map<String, Integer> counts = new HashMap<>();
        for (String rule : text.split(",")) {
            String[] parts = rule.strip().split("=", 2);
            if (parts.length != 2 || !NAMES.contains(parts[0]) || !parts[1].matches("[0-9]{1,6}")) {
                throw new IllegalArgumentException(
                        "a rule of what to keep is " + String.join("=N, ", NAMES) + "=N: " + rule);
            }
            if (counts.put(parts[0], Integer.parseInt(parts[1])) != null) {
                throw new IllegalArgumentException("two rules of what to keep are " + parts[0]);
            }
        }
        List<Integer> all =
                NAMES.stream().map(name -> counts.getOrDefault(name, 0)).toList();
        return new KeepRules(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), zone);
    }

    /** As people read them, and as the note of what was pruned says them. */
    public String inWords() {
        return "last %d, daily %d, weekly %d, monthly %d, yearly %d, days of %s"
                .formatted(last, daily, weekly, monthly, yearly, zone);
    }

    /**
     * The sets that stay and why.
     *
     * @param sets in the order in which they were taken
     * @return by number; "newest", "last", "daily", "weekly", "monthly" or "yearly", the first that holds
     */
    public Map<Long, String> keep(List<SetManifest> sets) {
        Map<Long, String> kept = new TreeMap<>();
        if (!sets.isEmpty()) {
            kept.put(sets.getLast().number(), "newest");
        }
        keepNewestOfEach(sets, last, "last", SetManifest::number, kept);
        keepNewestOfEach(sets, daily, "daily", this::day, kept);
        keepNewestOfEach(sets, weekly, "weekly", this::week, kept);
        keepNewestOfEach(sets, monthly, "monthly", set -> day(set).withDayOfMonth(1), kept);
        keepNewestOfEach(sets, yearly, "yearly", set -> day(set).getYear(), kept);
        return kept;
    }

    private static void keepNewestOfEach(
            List<SetManifest> sets,
            int count,
            String rule,
            Function<SetManifest, Object> period,
            Map<Long, String> kept) {
        Set<Object> periods = new HashSet<>();
        for (SetManifest set : sets.reversed()) {
            if (periods.size() < count && periods.add(period.apply(set))) {
                kept.putIfAbsent(set.number(), rule);
            }
        }
    }

    private ZonedDateTime time(SetManifest set) {
        return Instant.parse(set.taken()).atZone(zone);
    }

    private LocalDate day(SetManifest set) {
        return time(set).toLocalDate();
    }

    private List<Integer> week(SetManifest set) {
        return List.of(time(set).get(IsoFields.WEEK_BASED_YEAR), time(set).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
