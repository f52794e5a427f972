package io.jiayou.trials.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A version as Maven orders them, as far as releases need it: numbers by their value, {@code -M1}, {@code -RC1} and the
 * like before the release, {@code .Final} and {@code .RELEASE} the release itself, {@code -jre} and the like beside it.
 */
record Version(String text) implements Comparable<Version> {

    private static final List<String> BEFORE = List.of("alpha", "beta", "m", "milestone", "rc", "cr", "snapshot");
    private static final long RELEASE = 0;

    @Override
    public int compareTo(Version other) {
        List<Long> mine = parts();
        List<Long> theirs = other.parts();
        for (int n = 0; n < Math.max(mine.size(), theirs.size()); n++) {
            int order = Long.compare(part(mine, n), part(theirs, n));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static long part(List<Long> parts, int n) {
        return n < parts.size() ? parts.get(n) : RELEASE;
    }

    /** Numbers as they are; what comes before a release is below 0, anything else the release. */
    private List<Long> parts() {
        List<Long> parts = new ArrayList<>();
        for (String part : text.toLowerCase(Locale.ROOT).split("[.\\-_]|(?<=[a-z])(?=\\d)|(?<=\\d)(?=[a-z])", -1)) {
            int before = BEFORE.indexOf(part);
            if (part.matches("\\d{1,18}")) {
                parts.add(Long.parseLong(part));
            } else {
                parts.add(before < 0 ? RELEASE : before - (long) BEFORE.size());
            }
        }
        return parts;
    }

    @Override
    public String toString() {
        return text;
    }
}
