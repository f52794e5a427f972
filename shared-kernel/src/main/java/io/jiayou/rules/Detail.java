package io.jiayou.rules;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence for people with the values in it: {@code the station has no pump {0}}. Its English stands where it is said and
 * is the key of its Chinese in {@code details_zh.txt}; a test finds every one in the sources and holds the two against each
 * other, so an English text is a constant, never composed.
 *
 * <p>Values: what is {@link Said} in the reader's language; lists; durations; whole numbers, which are grouped by thousands.
 * What isn't a quantity (an id, a position, the number of a pump) is given as text and stays as it is. None is personal.
 */
public final class Detail implements Said {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final String english;
    private final List<Object> values;

    private Detail(String english, Object... values) {
        this.english = english;
        this.values = List.of(values);
    }

    public static Detail of(String english, Object... values) {
        return new Detail(english, values);
    }

    @Override
    public String in(Locale reader) {
        boolean chinese = Languages.isChinese(reader);
        Matcher places = PLACE.matcher(chinese ? ChineseDetails.of(english) : english);
        return places.replaceAll(place -> Matcher.quoteReplacement(
                value(values.get(Integer.parseInt(place.group(1))), chinese ? Locale.CHINESE : Locale.ENGLISH)));
    }

    private static String value(Object value, Locale reader) {
        return switch (value) {
            case Said said -> said.in(reader);
            case Collection<?> several ->
                several.stream()
                        .map(one -> value(one, reader))
                        .collect(Collectors.joining(Languages.isChinese(reader) ? "、" : ", "));
            case Duration time -> time(time).in(reader);
            case Long number -> String.format(Locale.ROOT, "%,d", number);
            case Integer number -> String.format(Locale.ROOT, "%,d", number);
            default -> value.toString();
        };
    }

    /** In the largest unit that tells it exactly, in seconds at the least. */
    private static Detail time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds > 0 && seconds % 86_400 == 0) {
            return of("{0} d", seconds / 86_400);
        }
        if (seconds > 0 && seconds % 3_600 == 0) {
            return of("{0} h", seconds / 3_600);
        }
        return seconds > 0 && seconds % 60 == 0 ? of("{0} min", seconds / 60) : of("{0} s", seconds);
    }

    /** In English. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
