package io.jiayou.archive;

/**
 * Where in an archive something is.
 *
 * @param target its name
 * @param file its name on the target, empty for the archive as a whole
 * @param segment from 0, -1 for none
 * @param position of the first event that is concerned, -1 if it isn't known
 */
public record Place(String target, String file, long segment, long position) {

    /** A file that is no segment's. */
    public static Place of(String target, String file) {
        return new Place(target, file, -1, -1);
    }

    @Override
    public String toString() {
        return target + (file.isEmpty() ? "" : ": " + file) + (position < 0 ? "" : ", from event " + position + " on");
    }
}
