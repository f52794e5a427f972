package io.jiayou.http.computing;

import java.io.IOException;
import java.io.OutputStream;

/** Collects what is computed, and sends it part by part while the computation rests. */
final class AnswerInParts extends OutputStream {

    private static final int PART = 131_072;

    private final Computation computation;
    private final OutputStream answer;
    private final byte[] part = new byte[PART];
    private int filled;

    AnswerInParts(Computation computation, OutputStream answer) {
        this.computation = computation;
        this.answer = answer;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int next = from;
        int end = from + length;
        while (next < end) {
            int taken = Math.min(end - next, PART - filled);
            System.arraycopy(bytes, next, part, filled, taken);
            filled += taken;
            next += taken;
            if (filled == PART) {
                send();
                computation.goOn();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        send();
        answer.flush();
        computation.goOn();
    }

    private void send() throws IOException {
        computation.rest();
        computation.requireRight();
        answer.write(part, 0, filled);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        send();
        answer.flush();
    }
}
