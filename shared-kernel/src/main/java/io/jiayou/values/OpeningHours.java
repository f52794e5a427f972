package io.jiayou.values;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a place is open, in a small part of OpenStreetMap's {@code opening_hours} language: {@code 24/7}, or rules such
 * as {@code Mo-Fr 06:00-22:00; Sa,Su 08:00-02:00}. A rule without days holds daily; a span whose end is not after its
 * start runs past midnight; what no rule covers is closed.
 */
public final class OpeningHours {

    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final String DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)";
    private static final Pattern RULE = Pattern.compile("(?:(" + DAY + "(?:-" + DAY + ")?(?:," + DAY + "(?:-" + DAY
            + ")?)*) )?([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9])");

    private record Span(DayOfWeek day, int fromMinute, int toMinute) {}

    private final List<Span> spans;

    private OpeningHours(List<Span> spans) {
        this.spans = spans;
    }

    /** @throws IllegalArgumentException for a text outside the language */
    public static OpeningHours parse(String text) {
        if (text.equals("24/7")) {
            return parse("00:00-24:00");
        }
        List<Span> spans = new ArrayList<>();
        for (String rule : text.split(";")) {
            Matcher matcher = RULE.matcher(rule.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("opening hours are 24/7 or rules such as Mo-Fr 06:00-22:00");
            }
            int from = minute(matcher.group(2));
            int to = minute(matcher.group(3));
            days(matcher.group(1)).forEach(day -> spans.add(new Span(day, from, to > from ? to : to + 24 * 60)));
        }
        return new OpeningHours(List.copyOf(spans));
    }

    /** Whether the place is open at an instant, told by the clocks of a zone. */
    public boolean openAt(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        DayOfWeek today = local.getDayOfWeek();
        return spans.stream()
                .anyMatch(span -> covers(span, today, minute) || covers(span, today.minus(1), minute + 24 * 60));
    }

    private static boolean covers(Span span, DayOfWeek day, int minute) {
        return span.day == day && span.fromMinute <= minute && minute < span.toMinute;
    }

    private static int minute(String time) {
        if (time.equals("24:00")) {
            return 24 * 60;
        }
        if (time.compareTo("24:00") > 0) {
            throw new IllegalArgumentException("a day ends at 24:00");
        }
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }

    private static List<DayOfWeek> days(@Nullable String list) {
        if (list == null) {
            return List.of(DayOfWeek.values());
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (String range : list.split(",")) {
            int from = DAYS.indexOf(range.substring(0, 2));
            int to = DAYS.indexOf(range.substring(range.length() - 2));
            for (int day = from; day <= (to >= from ? to : to + 7); day++) {
                days.add(DayOfWeek.of(day % 7 + 1));
            }
        }
        return days;
    }
}
