package io.jiayou.trials.breakdown;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Tells within a millisecond that a file has got its name in a directory. */
final class NewFile implements AutoCloseable {

    private final WatchService watch;
    private final String ending;

    private NewFile(WatchService watch, String ending) {
        this.watch = watch;
        this.ending = ending;
    }

    /**
     * Looks from now on.
     *
     * @param ending of the names that are waited for
     */
    static NewFile in(Path directory, String ending) throws IOException {
        WatchService watch = directory.getFileSystem().newWatchService();
        directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        return new NewFile(watch, ending);
    }

    /** @return false if none has come for so long */
    boolean await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            WatchKey key = watch.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (key == null) {
                return false;
            }
            for (WatchEvent<?> event : key.pollEvents()) {
                if (String.valueOf(event.context()).endsWith(ending)) {
                    return true;
                }
            }
            key.reset();
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
