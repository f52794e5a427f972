package io.jiayou.archive.write;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.LogWord;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.target.Target;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an archive on one target: its own chain of segments, from where it ends. A target that fails is tried again each
 * time and gets what it lacks from the source; anything else that is wrong stops it until {@link #reopen()}.
 */
public final class Archiver {

    private final Target target;
    private final ArchiveSource source;
    private final ArchiveKeys keys;
    private final Pace pace;
    private final Path memory;
    private final InstantSource clock;
    private final SegmentWriter writer;
    private final Standing standing;
    private @Nullable Chain chain;

    /** @param memory the file, away from the target, that keeps the newest head of the archive on this target */
    public Archiver(
            Target target, ArchiveSource source, ArchiveKeys keys, Pace pace, Path memory, InstantSource clock) {
        this.target = target;
        this.source = source;
        this.keys = keys;
        this.pace = pace;
        this.memory = memory;
        this.clock = clock;
        this.writer = new SegmentWriter(target, source, keys);
        this.standing = new Standing(target.name(), clock);
    }

    /**
     * Writes what is due; to be called every second or so.
     *
     * @throws IOException if the target or the store fails; the next call tries again
     * @throws ArchiveException if what is there is wrong, or somebody else writes to it
     */
    public synchronized void advance() throws IOException {
        attempt(() -> {
            writeSegments(false);
            return standing;
        });
    }

    /** Writes everything that the log has signed, due or not. */
    public synchronized void flush() throws IOException {
        attempt(() -> {
            writeSegments(true);
            return standing;
        });
    }

    /**
     * Takes a full backup of everything that the log has signed.
     *
     * @param attachments what belongs to it besides the events, without secrets but for those marked as keys
     * @param erasures all erasures up to now, opaque lines, which a restore gets before the first event
     */
    public synchronized SetManifest takeSet(List<Attachment> attachments, List<String> erasures) throws IOException {
        return attempt(() -> {
            Chain open = writeSegments(true);
            return new SetWriter(target, keys).write(open, attachments, erasures, clock.instant(), lockedUntil());
        });
    }

    /** How it stands; never waits for the target. */
    public Progress progress() {
        return standing.progress();
    }

    /** Has another try after something was wrong and was put right. */
    public synchronized void reopen() {
        chain = null;
        standing.forgive();
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T attempt(Work<T> work) throws IOException {
        standing.expectNothingWrong();
        try {
            T done = work.run();
            standing.works(open().end());
            return done;
        } catch (ArchiveException e) {
            chain = null;
            standing.isWrong(e);
            throw e;
        } catch (IOException | RuntimeException e) {
            // What arrived of the last attempt isn't known: look again before the next.
            chain = null;
            standing.fails(e);
            throw e;
        }
    }

    private Chain writeSegments(boolean all) throws IOException {
        Chain open = open();
        SignedCheckpoint newest = source.heads().newest();
        long size = newest.unverified().head().size();
        expectSource(open, size);
        boolean everything = standing.sees(size, open.end().events(), pace.every()) || all;
        while (open.end().events() < size && (everything || standing.isWorth(pace.bytes()))) {
            long before = open.end().events();
            writer.write(open, newest, pace.bytes(), lockedUntil());
            standing.wrote(open.end(), before, pace.bytes());
        }
        return open;
    }

    private Chain open() throws IOException {
        Chain open = chain;
        if (open == null) {
            open = Chain.open(target, keys, source.heads().log().origin(), memory, clock.instant());
            expectOwnEnd(open);
            standing.accepts(open.end());
            chain = open;
        }
        return open;
    }

    /** Between two attempts nobody else may have written. */
    private void expectOwnEnd(Chain open) {
        if (standing.hasForeignSegments(open.end())) {
            Place place = Place.of(target.name(), "");
            throw new ArchiveException(ArchiveVerdict.TAKEN, place, "another process has written to this archive");
        }
    }

    /** The store may be another one than the archive's, or an older state of it. */
    private void expectSource(Chain open, long size) {
        ChainEnd end = open.end();
        Place place = new Place(target.name(), "", end.segments(), end.events());
        if (size < end.events()) {
            throw new ArchiveException(
                    ArchiveVerdict.BAD_TREE, place, "the log has " + size + " events, its archive " + end.events());
        }
        if (end.events() > 0 && standing.mustCompare(end.events())) {
            Checkpoint then =
                    LogWord.of(source.heads().at(end.events()), source.heads().log(), place);
            if (!then.head().equals(end.tree().head())) {
                throw new ArchiveException(
                        ArchiveVerdict.BAD_TREE, place, "the archive holds other events than the log has signed");
            }
        }
    }

    private @Nullable Instant lockedUntil() {
        Duration locked = pace.lockedFor();
        return locked == null ? null : clock.instant().plus(locked);
    }
}
