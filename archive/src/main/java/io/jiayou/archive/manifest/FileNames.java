package io.jiayou.archive.manifest;

import java.util.Locale;
import java.util.regex.Pattern;

/** Where an archive's files lie on a target. */
public final class FileNames {

    public static final String ARCHIVE = "archive.note";
    public static final String HEAD = "head.note";
    public static final String SEGMENTS = "segments/";
    public static final String SETS = "sets/";
    public static final String ATTACHMENTS = "attachments/";
    public static final String KEYS = "keys/";
    public static final String HANDOVERS = "handovers/";

    private static final String NOTE = ".note";
    private static final int DIGITS_OF_HASH = 16;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{6,12}");
    private static final Pattern LINES = Pattern.compile("[0-9]{12}-[0-9a-f]{16}\\.jsonl\\.zst\\.age");

    private FileNames() {}

    /** The manifest of a segment. */
    public static String segment(long number) {
        return String.format(Locale.ROOT, "%s%012d%s", SEGMENTS, number, NOTE);
    }

    /** The lines of a segment: a name that no other content gets, so that half an attempt is in nobody's way. */
    public static String lines(long number, String sealedSha256) {
        return String.format(
                Locale.ROOT, "%s%012d-%s.jsonl.zst.age", SEGMENTS, number, sealedSha256.substring(0, DIGITS_OF_HASH));
    }

    /** The segment whose lines a file of this name has, -1 for any other file. */
    public static long segmentOfLines(String file) {
        String rest = file.startsWith(SEGMENTS) ? file.substring(SEGMENTS.length()) : "";
        return LINES.matcher(rest).matches() ? Long.parseLong(rest.substring(0, 12)) : -1;
    }

    /** The manifest of a set. */
    public static String set(long number) {
        return String.format(Locale.ROOT, "%s%06d%s", SETS, number, NOTE);
    }

    /** What stays of a set that was pruned. */
    public static String pruned(long number) {
        return String.format(Locale.ROOT, "%s%06d.pruned%s", SETS, number, NOTE);
    }

    /** Where a signing key gives its place to the next. */
    public static String handover(long number) {
        return String.format(Locale.ROOT, "%s%06d%s", HANDOVERS, number, NOTE);
    }

    /** The folder of a set's attachments. */
    public static String attachments(long set) {
        return String.format(Locale.ROOT, "%s%06d/", ATTACHMENTS, set);
    }

    /** The folder of a set's key material. */
    public static String keys(long set) {
        return String.format(Locale.ROOT, "%s%06d/", KEYS, set);
    }

    /** A sealed attachment, inside its set's folder. */
    public static String attachment(String folder, String name, String sealedSha256) {
        return folder + name + "-" + sealedSha256.substring(0, DIGITS_OF_HASH) + ".zst.age";
    }

    /** The number that a manifest's name says, -1 for any other name. */
    public static long number(String folder, String file) {
        String digits = file.startsWith(folder) && file.endsWith(NOTE)
                ? file.substring(folder.length(), file.length() - NOTE.length()).replace(".pruned", "")
                : "";
        return NUMBER.matcher(digits).matches() ? Long.parseLong(digits) : -1;
    }

    /** The set that a file in one of the folders of sets, attachments and keys belongs to, -1 for none. */
    public static long setOf(String folder, String file) {
        String rest = file.startsWith(folder) ? file.substring(folder.length()) : "";
        int end = 0;
        while (end < rest.length() && Character.isDigit(rest.charAt(end))) {
            end++;
        }
        boolean named = end >= 6 && end <= 12 && end < rest.length() && "/.".indexOf(rest.charAt(end)) >= 0;
        return named ? Long.parseLong(rest.substring(0, end)) : -1;
    }
}
