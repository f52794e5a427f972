package io.jiayou.http;

import io.jiayou.rules.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * A body of which no more than some bytes are read, within some time, by as many at once as there are places. Fails with a {@link
 * ProblemException} otherwise.
 */
final class LimitedBody extends ServletInputStream {

    /** A place among the bodies that are being read. */
    interface Place {

        /** @throws ProblemException UNAVAILABLE if there is none */
        void take();

        /** Does nothing when none is held. */
        void giveBack();
    }

    private final ServletInputStream body;
    private final long allowed;
    private final Duration longest;
    private final Place place;
    private boolean begun;
    private long deadline;
    private long read;

    LimitedBody(ServletInputStream body, long allowed, Duration longest, Place place) {
        this.body = body;
        this.allowed = allowed;
        this.longest = longest;
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        begin();
        int count = next(buffer, offset, length);
        count(count);
        return count;
    }

    private int next(byte[] buffer, int offset, int length) throws IOException {
        try {
            return body.read(buffer, offset, length);
        } catch (IOException e) {
            throw new BrokenBody(e);
        }
    }

    private void begin() {
        if (!begun) {
            place.take();
            begun = true;
            deadline = System.nanoTime() + longest.toNanos();
        }
    }

    private void count(int bytes) {
        if (bytes < 0) {
            place.giveBack();
            return;
        }
        read += bytes;
        if (read > allowed) {
            throw BodyLimit.tooLarge(allowed);
        }
        if (System.nanoTime() - deadline > 0) {
            throw new ProblemException(Problem.MALFORMED_BODY, null, "a body has to be here within {0}", longest);
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
