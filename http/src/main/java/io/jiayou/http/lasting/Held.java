package io.jiayou.http.lasting;

import io.jiayou.http.ProblemException;
import io.jiayou.http.access.Right;
import io.jiayou.rules.Problem;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Something that lasts. It's closed by whoever began it, when it's over by itself. */
public final class Held implements AutoCloseable {

    private final Right right;
    private final Runnable atEnd;
    private final Consumer<Held> forget;
    private volatile boolean over;

    Held(Right right, Runnable atEnd, Consumer<Held> forget) {
        this.right = right;
        this.atEnd = atEnd;
        this.forget = forget;
    }

    Right right() {
        return right;
    }

    /** Whether the right has ended: nothing more may be told, or done. */
    public boolean isOver() {
        return over;
    }

    /** @throws ProblemException UNAUTHENTICATED if the right has ended */
    public void requireRight() {
        if (over) {
            throw new ProblemException(Problem.UNAUTHENTICATED, null, "the right that this began with has ended");
        }
    }

    /** An answer that breaks off when the right ends. */
    public OutputStream guarding(OutputStream answer) {
        return new FilterOutputStream(answer) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                requireStill();
                out.write(bytes, from, length);
            }

            @Override
            public void write(int one) throws IOException {
                requireStill();
                out.write(one);
            }

            private void requireStill() throws IOException {
                if (over) {
                    throw new IOException("the right that this began with has ended");
                }
            }
        };
    }

    /** Ends it. On a thread of its own: whoever doesn't read keeps nobody else waiting for their end. */
    void end() {
        if (!over) {
            over = true;
            forget.accept(this);
            Thread.ofVirtual().name("ending").start(atEnd);
        }
    }

    @Override
    public void close() {
        forget.accept(this);
    }
}
