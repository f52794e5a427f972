package io.jiayou.audit.verify;

import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The form of what a log signs besides checkpoints: {@code <origin>/<kind>}, then a line for each value with its label before
 * it. The first line is no log's origin, and the second no number: nobody takes it for a checkpoint.
 *
 * @param kind what stands behind the origin
 * @param labels in the order of their lines
 */
record LabelledText(String kind, List<String> labels) {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    static LabelledText of(String kind, String... labels) {
        return new LabelledText(kind, List.of(labels));
    }

    /** @param values one for each label */
    String write(String origin, Object... values) {
        StringBuilder text = new StringBuilder(origin).append('/').append(kind).append('\n');
        Iterator<Object> each = Arrays.asList(values).iterator();
        labels.forEach(
                label -> text.append(label).append(' ').append(each.next()).append('\n'));
        return text.toString();
    }

    /** @throws VerificationException MALFORMED for another kind, other labels, or more or fewer of them */
    Read read(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() != labels.size() + 2
                || !lines.getFirst().endsWith("/" + kind)
                || !lines.getLast().isEmpty()) {
            throw malformed("has another form");
        }
        for (int line = 0; line < labels.size(); line++) {
            if (!lines.get(line + 1).startsWith(labels.get(line) + " ")) {
                throw malformed("has another line than " + labels.get(line));
            }
        }
        return new Read(lines);
    }

    /** What was read of a text. */
    final class Read {

        private final List<String> lines;

        private Read(List<String> lines) {
            this.lines = lines;
        }

        String origin() {
            String first = lines.getFirst();
            return first.substring(0, first.length() - kind.length() - 1);
        }

        String value(String label) {
            return lines.get(labels.indexOf(label) + 1).substring(label.length() + 1);
        }

        /** @throws VerificationException MALFORMED for another value than a number without leading zeroes */
        long number(String label) {
            String value = value(label);
            if (!NUMBER.matcher(value).matches()) {
                throw malformed("has no number as its " + label);
            }
            return Long.parseLong(value);
        }

        /** @throws VerificationException MALFORMED unless it is written as it was read, to the last character */
        void requireWrittenAs(String text) {
            if (!text.equals(String.join("\n", lines))) {
                throw malformed("has another form");
            }
        }
    }

    VerificationException malformed(String what) {
        return new VerificationException(Verdict.MALFORMED, "a log's " + kind + " " + what);
    }
}
