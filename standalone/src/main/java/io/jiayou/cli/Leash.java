package io.jiayou.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that was started ends with this one, however this one is ended, until it is let go. */
final class Leash implements AutoCloseable {

    private final Thread hook;

    /** @param toEnd how long it may take to end in good order */
    Leash(Process process, Duration toEnd) {
        hook = new Thread(() -> end(process, toEnd));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void end(Process process, Duration toEnd) {
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
