package io.jiayou.http.caching;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * An answer that is kept until it's whole: one of JSON that says nothing of caches itself, as long as there is room for it. Any other
 * goes on as it is written, and so does the rest of one that becomes too long.
 */
final class KeptAnswer extends HttpServletResponseWrapper implements AutoCloseable {

    /** Whoever reads more than that in one piece gains little by not reading it again. */
    static final int LONGEST = 1 << 20;

    private final Room room;
    private final ServletOutputStream output = new Output();
    private @Nullable FastByteArrayOutputStream kept;
    private boolean passing;
    private boolean speaksOfCaches;

    KeptAnswer(HttpServletResponse answer, Room room) {
        super(answer);
        this.room = room;
    }

    /** Whether all that was written is still here. */
    synchronized boolean isWhole() {
        return kept != null;
    }

    /** Hands what is kept to somebody else too. */
    synchronized void copyTo(OutputStream other) throws IOException {
        if (kept != null) {
            kept.writeTo(other);
        }
    }

    /** Sends what is kept, and whatever is written from now on. */
    synchronized void passOn() throws IOException {
        passing = true;
        if (kept != null) {
            try {
                kept.writeTo(super.getOutputStream());
            } finally {
                forget();
            }
        }
    }

    synchronized int size() {
        return kept == null ? 0 : kept.size();
    }

    @Override
    public synchronized void close() {
        forget();
    }

    private void forget() {
        if (kept != null) {
            room.giveBack(kept.size());
            kept = null;
        }
    }

    private synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (kept == null && !passing && mayBeKept()) {
            kept = new FastByteArrayOutputStream();
        }
        if (kept != null && kept.size() + length <= LONGEST && room.take(length)) {
            kept.write(bytes, from, length);
            return;
        }
        passOn();
        super.getOutputStream().write(bytes, from, length);
    }

    private boolean mayBeKept() {
        String type = getContentType();
        return getStatus() == SC_OK
                && !isCommitted()
                && !speaksOfCaches
                && type != null
                && (type + ";").startsWith(MediaType.APPLICATION_JSON_VALUE + ";");
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return output;
    }

    /** Nothing here answers JSON by one. */
    @Override
    public PrintWriter getWriter() throws IOException {
        passOn();
        return super.getWriter();
    }

    @Override
    public void setHeader(String name, String value) {
        note(name);
        super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        note(name);
        super.addHeader(name, value);
    }

    private void note(String name) {
        speaksOfCaches |= name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL) || name.equalsIgnoreCase(HttpHeaders.ETAG);
    }

    /** Whoever wrote an answer flushes it, also when it's short and whole. */
    @Override
    public synchronized void flushBuffer() throws IOException {
        if (kept == null) {
            super.flushBuffer();
        }
    }

    @Override
    public synchronized void reset() {
        super.reset();
        forget();
        speaksOfCaches = false;
    }

    @Override
    public synchronized void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    @Override
    public synchronized void sendError(int status) throws IOException {
        forget();
        super.sendError(status);
    }

    @Override
    public synchronized void sendError(int status, String message) throws IOException {
        forget();
        super.sendError(status, message);
    }

    private final class Output extends ServletOutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            KeptAnswer.this.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            if (!isWhole()) {
                KeptAnswer.super.getOutputStream().flush();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        /** Nothing here writes an answer when it's called back. */
        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("answers are written by those who wait");
        }
    }
}
