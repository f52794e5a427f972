package io.jiayou.audit.index;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds events without reading all of them. One thread at the lowest priority follows the store in bulk, and rests as long
 * as it works; whoever asks is answered once every event is in that was recorded before the question. The directory may
 * be deleted at any time: an index that isn't whole, or not of these events, is made anew.
 */
public final class HistoryIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryIndex.class);
    private static final int BATCH = 1_000;
    private static final int UNSEEN = 20_000;
    private static final int UNCOMMITTED = 200_000;
    private static final long IDLE_MILLIS = 1_000;
    private static final long COMMIT_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long PATIENCE_MILLIS = Duration.ofMinutes(10).toMillis();

    private final Path directory;
    private final EventRecords records;
    private final Opening opening;
    private final Thread thread;
    private @Nullable IndexFiles files;
    private long committed;
    private long committedAt = System.nanoTime();
    private boolean stopped;
    private long wanted;
    private long visible;
    private @Nullable RuntimeException failure;
    /** Whether the index was made anew, and no step with it has succeeded since. */
    private boolean unproved;

    private HistoryIndex(Path directory, EventRecords records, Opening opening) {
        this.directory = directory;
        this.records = records;
        this.opening = opening;
        this.thread = new Thread(this::follow, "history-index");
    }

    /** Follows a store from now on; what is sealed can't be found by its words. */
    public static HistoryIndex open(Path directory, EventRecords records) {
        return open(directory, records, Opening.NOTHING);
    }

    /** Follows a store from now on; of feedback by persons who aren't erased the words can be found. */
    public static HistoryIndex open(Path directory, EventRecords records, Opening opening) {
        HistoryIndex index = new HistoryIndex(directory, records, opening);
        index.thread.setDaemon(true);
        index.thread.setPriority(Thread.MIN_PRIORITY);
        index.thread.start();
        return index;
    }

    /**
     * The positions of the wanted events in their order, all events included that are recorded when it is called.
     *
     * @param atMost 1 or more
     * @throws IllegalStateException if the store or the directory can't be used
     */
    public long[] find(HistoryQuestion question, int atMost) {
        for (int attempt = 0; ; attempt++) {
            IndexFiles searched = upToDate(records.size());
            try {
                return searched.find(question, atMost);
            } catch (AlreadyClosedException | IOException e) {
                if (attempt == 2) {
                    throw new IllegalStateException("the history index can't be searched: " + e, e);
                }
                damaged(searched);
            }
        }
    }

    private synchronized IndexFiles upToDate(long size) {
        long begun = System.nanoTime();
        wanted = Math.max(wanted, size);
        failure = null;
        notifyAll();
        try {
            while (visible < size || files == null) {
                if (failure != null || !thread.isAlive() || isImpatient(begun)) {
                    throw new IllegalStateException("the history can't be indexed", failure);
                }
                wait(IDLE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the index", e);
        }
        return files;
    }

    private static boolean isImpatient(long begunNanos) {
        return System.nanoTime() - begunNanos > PATIENCE_MILLIS * 1_000_000;
    }

    /** An index that was made anew and breaks at once isn't what is wrong: a full disk, mostly. Then there's time. */
    private synchronized void broken(Exception damage) {
        if (unproved) {
            remove();
            failed(new IllegalStateException("an index made anew breaks at once: " + damage.getMessage(), damage));
        } else {
            discard(String.valueOf(damage.getMessage()));
        }
    }

    private synchronized void proved() {
        unproved = false;
    }

    private synchronized void damaged(IndexFiles searched) {
        if (files == searched) {
            discard("a search failed");
        }
    }

    private void follow() {
        while (!stopped()) {
            try {
                step();
                proved();
            } catch (LockObtainFailedException e) {
                failed(new UncheckedIOException("another process has " + directory, e));
            } catch (IOException | AlreadyClosedException | IllegalArgumentException damage) {
                broken(damage);
            } catch (RuntimeException e) {
                failed(e);
            } catch (Error e) {
                failed(new IllegalStateException(e));
            }
        }
        closeFiles(true);
    }

    /** Indexes a batch, or waits for the next. */
    private void step() throws IOException {
        IndexFiles open = opened();
        long started = System.nanoTime();
        List<EventRecord> batch = records.from(open.size(), BATCH);
        for (EventRecord event : batch) {
            open.add(event);
        }
        long unseen = open.size() - seen();
        if (unseen >= UNSEEN || unseen > 0 && batch.size() < BATCH) {
            open.refresh();
            show(open.size());
        }
        long uncommitted = open.size() - committed;
        if (open.hasErased() || uncommitted >= UNCOMMITTED || uncommitted > 0 && started - committedAt > COMMIT_NANOS) {
            open.commit();
            committed = open.size();
            committedAt = started;
        }
        rest(batch.size() < BATCH ? IDLE_MILLIS : (System.nanoTime() - started) / 1_000_000);
    }

    private IndexFiles opened() throws IOException {
        synchronized (this) {
            if (files != null) {
                return files;
            }
        }
        IndexFiles opened = IndexFiles.open(directory, records, opening);
        synchronized (this) {
            files = opened;
            committed = opened.size();
            visible = opened.size();
            notifyAll();
            return opened;
        }
    }

    private synchronized boolean stopped() {
        return stopped;
    }

    private synchronized long seen() {
        return visible;
    }

    private synchronized void show(long size) {
        visible = size;
        notifyAll();
    }

    private synchronized void failed(RuntimeException e) {
        failure = e;
        notifyAll();
        LOG.warn("The history can't be indexed: {}", e.toString());
        rest(IDLE_MILLIS);
    }

    /** Until somebody waits for what isn't there yet. */
    private synchronized void rest(long millis) {
        try {
            if (millis > 0 && !stopped && (wanted <= visible || failure != null)) {
                wait(millis);
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private synchronized void discard(String reason) {
        LOG.warn("The history index is made anew: {}", reason);
        remove();
    }

    private synchronized void remove() {
        unproved = true;
        closeFiles(false);
        try (Stream<Path> all = Files.exists(directory) ? Files.walk(directory) : Stream.empty()) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            failed(new UncheckedIOException(e));
        }
    }

    private synchronized void closeFiles(boolean commit) {
        IndexFiles open = files;
        files = null;
        visible = 0;
        notifyAll();
        try (open) {
            if (commit && open != null && open.size() > committed) {
                open.commit();
            }
        } catch (IOException | AlreadyClosedException e) {
            LOG.warn("The history index wasn't closed in order: {}", e.toString());
        }
    }

    /** How many events can be found now; the rest follows. */
    public long size() {
        return seen();
    }

    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
