package io.jiayou.archive;

/** Something was found wrong; {@link #verdict()} says what in one word, {@link #place()} where, the message in one sentence. */
public final class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ArchiveVerdict verdict;
    private final transient Place place;

    public ArchiveException(ArchiveVerdict verdict, Place place, String message) {
        super(message);
        this.verdict = verdict;
        this.place = place;
    }

    public ArchiveException(ArchiveVerdict verdict, Place place, String message, Throwable cause) {
        super(message, cause);
        this.verdict = verdict;
        this.place = place;
    }

    public ArchiveVerdict verdict() {
        return verdict;
    }

    public Place place() {
        return place;
    }
}
