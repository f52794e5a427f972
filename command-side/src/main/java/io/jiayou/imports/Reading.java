package io.jiayou.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An import that has begun: what its reading has to heed. It has the node's place for imports and the right of who sent it, and
 * gives both back when it's closed.
 */
public final class Reading implements AutoCloseable {

    private final Runnable right;
    private final long mostKept;
    private final Runnable atEnd;

    /**
     * @param right throws if the sender's right has ended
     * @param mostKept how many lines of each file may be kept in memory
     * @param atEnd gives back what it has
     */
    public Reading(Runnable right, long mostKept, Runnable atEnd) {
        this.right = right;
        this.mostKept = mostKept;
        this.atEnd = atEnd;
    }

    /**
     * To be called for each line that is read.
     *
     * @throws io.jiayou.http.ProblemException UNAUTHENTICATED if the sender's right has ended
     */
    public void nextLine() {
        right.run();
    }

    /** A body that is read no further when the sender's right has ended: it may come slowly, and without an end of a line. */
    public InputStream guarding(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                right.run();
                return in.read();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                right.run();
                return in.read(into, from, length);
            }
        };
    }

    /** Counts what is kept of a file. */
    public KeptLines kept(String file) {
        return new KeptLines(file, mostKept);
    }

    @Override
    public void close() {
        atEnd.run();
    }
}
