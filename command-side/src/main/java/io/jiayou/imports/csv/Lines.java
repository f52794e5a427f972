package io.jiayou.imports.csv;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes, numbered from 1; ends of lines are LF or CR LF. */
final class Lines {

    /** No line of data is that long; a file without ends of lines doesn't fill the memory. */
    static final int LONGEST = 64 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream bytes;
    private long number;

    /**
     * @param content without the end of the line; cut off behind {@link #LONGEST}
     * @param ended whether it has an end: the last one may have none
     */
    record Line(long number, byte[] content, boolean tooLong, boolean ended) {}

    Lines(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes, LONGEST);
    }

    /** The next line; none at the end of the file. */
    @Nullable
    Line next() throws IOException {
        int value = bytes.read();
        if (value < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        boolean tooLong = false;
        while (value >= 0 && value != '\n') {
            tooLong |= line.size() >= LONGEST;
            if (!tooLong) {
                line.write(value);
            }
            value = bytes.read();
        }
        number++;
        return new Line(number, trimmed(line.toByteArray()), tooLong, value >= 0);
    }

    private byte[] trimmed(byte[] line) {
        boolean marked = number == 1
                && line.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        int from = marked ? BYTE_ORDER_MARK.length : 0;
        int to = line.length > from && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        return Arrays.copyOfRange(line, from, to);
    }
}
