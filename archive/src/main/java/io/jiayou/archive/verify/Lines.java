package io.jiayou.archive.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, each ended by a line feed, as bytes. */
final class Lines {

    private static final int FIRST_BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int from;
    private int end;

    /** @param longest most bytes of a line: a stream may be compressed, and so longer than it looks */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * The next line, without its line feed; null at the end.
     *
     * @throws IOException also for a last line that isn't ended, or too long a one
     */
    byte @Nullable [] next() throws IOException {
        int searched = from;
        while (true) {
            for (int at = searched; at < end; at++) {
                if (buffer[at] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, from, at);
                    from = at + 1;
                    return line;
                }
            }
            int had = end - from;
            if (!fill()) {
                if (had > 0) {
                    throw new IOException("the last line isn't complete");
                }
                return null;
            }
            searched = from + had;
        }
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, end - from);
        end -= from;
        from = 0;
        if (end == buffer.length) {
            if (end > longest) {
                throw new IOException("a line is too long");
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read > 0;
    }
}
