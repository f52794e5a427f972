package io.jiayou.imports;

import io.jiayou.rules.Detail;

/** A file can't be read from a line on: it isn't of its format, is cut off, or lacks what all lines need. */
public final class BrokenFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final long line;
    private final transient Detail reason;

    /**
     * @param file which of the files: stations, transactions, products, customers
     * @param line counted from 1
     * @param reason for people, without personal data
     */
    public BrokenFile(String file, long line, Detail reason) {
        super(reason.toString(), null, false, false);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }

    /** Why it can't be read. */
    public Detail reason() {
        return reason;
    }
}
