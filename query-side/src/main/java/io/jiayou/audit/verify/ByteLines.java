package io.jiayou.audit.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines as bytes, whatever they hold: only a line feed ends one. None is longer than {@link #LONGEST} bytes. */
final class ByteLines {

    private static final int FIRST_BUFFER = 1 << 18;

    /** Far more than any event has. */
    private static final int LONGEST = 1 << 22;

    private final InputStream content;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int from;
    private int to;

    ByteLines(InputStream content) {
        this.content = content;
    }

    /** The next line without its end, null if there is none. */
    byte @Nullable [] next() throws IOException {
        int searched = from;
        while (true) {
            for (int at = searched; at < to; at++) {
                if (buffer[at] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, from, at);
                    from = at + 1;
                    return line;
                }
            }
            searched = to - from;
            if (!fill()) {
                byte[] rest = Arrays.copyOfRange(buffer, from, to);
                from = to;
                return rest.length == 0 ? null : rest;
            }
        }
    }

    /** Moves what is left to the front and reads on; false at the end. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        if (to == buffer.length) {
            if (buffer.length >= LONGEST) {
                throw new IOException("a line has more than " + LONGEST + " bytes");
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = content.read(buffer, to, buffer.length - to);
        to += Math.max(read, 0);
        return read > 0;
    }
}
