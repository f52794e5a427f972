package io.jiayou.trials.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From one version to another, as Maven writes it: {@code [1.0,2.0)} without 2.0, {@code [,2.0]} with it.
 *
 * @param from empty for no first one
 * @param to empty for no last one
 */
record VersionRange(String from, boolean fromItself, String to, boolean toItself) {

    private static final Pattern ONE = Pattern.compile("([\\[(])([^,\\[\\]()]*),([^,\\[\\]()]*)([\\])])\\s*");

    /** @throws IllegalArgumentException for anything else than ranges with blanks between them */
    static List<VersionRange> all(String text) {
        List<VersionRange> ranges = new ArrayList<>();
        Matcher one = ONE.matcher(text);
        int end = 0;
        while (one.find() && one.start() == end) {
            end = one.end();
            ranges.add(new VersionRange(
                    one.group(2).strip(),
                    one.group(1).equals("["),
                    one.group(3).strip(),
                    one.group(4).equals("]")));
        }
        if (ranges.isEmpty() || end != text.length()) {
            throw new IllegalArgumentException("no ranges of versions: " + text);
        }
        return ranges;
    }

    boolean contains(Version version) {
        int afterFrom = from.isEmpty() ? 1 : version.compareTo(new Version(from));
        int beforeTo = to.isEmpty() ? -1 : version.compareTo(new Version(to));
        return (afterFrom > 0 || afterFrom == 0 && fromItself) && (beforeTo < 0 || beforeTo == 0 && toItself);
    }
}
