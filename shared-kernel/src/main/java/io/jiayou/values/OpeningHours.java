package io.jiayou.values;

import io.jiayou.rules.NotAllowed;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a place is open, in a small part of OpenStreetMap's {@code opening_hours} language: {@code 24/7}, or rules such
 * as {@code Mo-Fr 06:00-12:00,13:00-22:00; Sa 08:00-02:00; Su off}. A rule without days holds daily; a later rule
 * replaces earlier ones for its days; a span whose end is not after its start runs past midnight; what no rule covers is
 * closed. Times are those on the place's clocks, whole minutes, to the exclusion of the last.
 */
public final class OpeningHours {

    private static final int DAY = 24 * 60;
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final String DAY_RANGE = "(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?";
    private static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String SPAN = TIME + "-(?:" + TIME + "|24:00)";
    private static final String ONE_RULE =
            "(?:(" + DAY_RANGE + "(?:," + DAY_RANGE + ")*) +)?(off|" + SPAN + "(?:, *" + SPAN + ")*)";
    private static final Pattern RULE = Pattern.compile(ONE_RULE);

    /** The whole of it. */
    static final String WRITTEN = "24/7|" + ONE_RULE + "(?:; *" + ONE_RULE + ")*";

    /** Minutes since a day's start; {@code to} lies on the next day where the span runs past midnight. */
    private record Span(int from, int to) {

        static Span parse(String text) {
            int from = minute(text.substring(0, 5));
            int to = minute(text.substring(6));
            return new Span(from, to > from ? to : to + DAY);
        }

        boolean covers(int minute) {
            return from <= minute && minute < to;
        }

        private static int minute(String time) {
            return Integer.parseInt(time, 0, 2, 10) * 60 + Integer.parseInt(time, 3, 5, 10);
        }
    }

    private final Map<DayOfWeek, List<Span>> spans = new EnumMap<>(DayOfWeek.class);

    private OpeningHours() {
        for (DayOfWeek day : DayOfWeek.values()) {
            spans.put(day, List.of());
        }
    }

    /** @throws IllegalArgumentException for a text outside the language */
    public static OpeningHours parse(String text) {
        if (text.length() > Limits.ADDRESS) {
            // the pattern would leave no stack
            throw new NotAllowed("up to 256 characters in the language of opening hours");
        }
        OpeningHours hours = new OpeningHours();
        if (text.equals("24/7")) {
            hours.add("00:00-24:00");
            return hours;
        }
        // the limit keeps empty rules, so that they're refused
        for (String rule : text.split(";", -1)) {
            hours.add(rule.strip());
        }
        return hours;
    }

    /** Whether the place is open at an instant, told by the clocks of a zone. */
    public boolean openAt(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        DayOfWeek today = local.getDayOfWeek();
        return covers(today, minute) || covers(today.minus(1), minute + DAY);
    }

    private boolean covers(DayOfWeek day, int minute) {
        for (Span span : spans.getOrDefault(day, List.of())) {
            if (span.covers(minute)) {
                return true;
            }
        }
        return false;
    }

    private void add(String rule) {
        Matcher matcher = RULE.matcher(rule);
        if (!matcher.matches()) {
            throw new NotAllowed("opening hours are 24/7 or rules such as Mo-Fr 06:00-22:00; Sa 08:00-02:00; Su off");
        }
        List<Span> open = new ArrayList<>();
        if (!matcher.group(2).equals("off")) {
            for (String span : matcher.group(2).split(", *", -1)) {
                open.add(Span.parse(span));
            }
        }
        days(matcher.group(1)).forEach(day -> spans.put(day, List.copyOf(open)));
    }

    private static List<DayOfWeek> days(@Nullable String list) {
        if (list == null) {
            return List.of(DayOfWeek.values());
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            int from = DAYS.indexOf(range.substring(0, 2));
            int to = DAYS.indexOf(range.substring(range.length() - 2));
            for (int day = from; day <= (to >= from ? to : to + 7); day++) {
                days.add(DayOfWeek.of(day % 7 + 1));
            }
        }
        return days;
    }
}
