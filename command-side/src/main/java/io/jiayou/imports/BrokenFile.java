package io.jiayou.imports;

/** A file can't be read from a line on: it isn't of its format, is cut off, or lacks what all lines need. */
public final class BrokenFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final long line;

    /**
     * @param file which of the files: stations, transactions, products, customers
     * @param line counted from 1
     * @param reason for people, without personal data
     */
    public BrokenFile(String file, long line, String reason) {
        super(reason, null, false, false);
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }

    /** Why it can't be read. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
