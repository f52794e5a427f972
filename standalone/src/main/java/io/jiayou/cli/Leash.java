package io.jiayou.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that was started ends with this one, however this one is ended, until it is let go. */
final class Leash implements AutoCloseable {

    private final Process process;
    private final Duration toEnd;
    private final Thread hook;

    /** @param toEnd how long it may take to end in good order */
    Leash(Process process, Duration toEnd) {
        this.process = process;
        this.toEnd = toEnd;
        hook = new Thread(this::pull);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Ends it now: in good order, or else by force. */
    void pull() {
        try {
            process.destroy();
            if (!process.waitFor(toEnd.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It may outlive this process. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            // and with it the other one
        }
    }
}
