package io.jiayou.embedded.documents;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All collections of one database in one file, so that a read store in memory starts from there and folds only the events
 * after it. It goes through the driver, so it works on any MongoDB.
 *
 * <p><b>What makes a copy of a living store right.</b> The tokens are copied first and the documents after them, while
 * events keep coming in. So a document may have seen events that its model's token hasn't, never the other way round. The
 * fold goes on at the token, and skips in each document what that document says it has seen already. It follows that
 * every document must carry the position of the last event it has seen, and that tokens must be written after the
 * documents they speak for.
 *
 * <p>Collections are copied with their documents and index definitions, byte by byte, without other options such as
 * validators or collations.
 */
public final class ReadStoreCheckpoint {

    private final Path file;
    private final boolean compressed;

    private ReadStoreCheckpoint(Path file, boolean compressed) {
        this.file = file.toAbsolutePath();
        this.compressed = compressed;
    }

    /** The checkpoint in the given file, which needn't exist yet; its directory must. */
    public static ReadStoreCheckpoint in(Path file) {
        return new ReadStoreCheckpoint(file, false);
    }

    /** The same file, deflated as it is written: a fraction of the bytes for some more processor time. */
    public ReadStoreCheckpoint compressed() {
        return new ReadStoreCheckpoint(file, true);
    }

    /**
     * Replaces the file, atomically and forced to disk: after a kill or a power loss at any moment the file is the old one
     * or the new one. Memory use doesn't depend on the size of the database.
     *
     * @param first the collections to copy before all others, in this order: those that hold tokens. One that doesn't
     *     exist when its turn comes is left out
     * @param header what the reader needs to know before it loads, such as the event store's identity and its head. It is
     *     asked for after the last document was copied, so a head read then is at or after every position in the file
     * @return what was written
     * @throws BusyException if this file is being written already, by this process or another one
     * @throws IOException if the file can't be written, or a collection vanished meanwhile; the old file is as it was
     */
    public CheckpointContents write(MongoDatabase database, List<String> first, Supplier<Map<String, String>> header)
            throws IOException {
        try (FileChannel guard =
                        FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(guard)) {
            if (lock == null) {
                throw new BusyException(file);
            }
            return replace(new CheckpointWriter(database, compressed), first, header);
        }
    }

    private static @Nullable FileLock lock(FileChannel guard) throws IOException {
        try {
            return guard.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private CheckpointContents replace(
            CheckpointWriter writer, List<String> first, Supplier<Map<String, String>> header) throws IOException {
        Path unfinished = beside(".unfinished");
        try {
            CheckpointContents contents = writer.write(unfinished, first, header);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            forceDirectory();
            return contents;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void forceDirectory() throws IOException {
        try (FileChannel directory = FileChannel.open(directory(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /**
     * Reads the whole file, and loads it only if its checksum is right and the caller accepts its header.
     *
     * @param database where the collections are created. None of them may exist there
     * @param isAcceptable false for a header that doesn't belong to the caller's event store or stands ahead of it
     * @return {@link CheckpointVerdict.Sound} after everything was loaded; {@link CheckpointVerdict.Refused} if nothing was,
     *     so that the caller folds all events into an empty store
     * @throws IOException if the file can't be read; what was loaded is dropped
     * @throws IllegalStateException if a collection exists already; nothing was loaded
     * @throws com.mongodb.MongoException if the database fails; what was loaded is dropped as far as it still answers
     */
    public CheckpointVerdict load(MongoDatabase database, Predicate<Map<String, String>> isAcceptable)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            CheckpointVerdict verdict = new CheckpointVerification(channel).verdict();
            if (!(verdict instanceof CheckpointVerdict.Sound sound)) {
                return verdict;
            }
            if (!isAcceptable.test(sound.contents().header())) {
                return new CheckpointVerdict.Refused(
                        CheckpointVerdict.Reason.NOT_ACCEPTED,
                        "its header " + sound.contents().header());
            }
            new CheckpointLoader(channel, sound.contents()).loadInto(database);
            return sound;
        } catch (NoSuchFileException missing) {
            return new CheckpointVerdict.Refused(CheckpointVerdict.Reason.MISSING, file.toString());
        }
    }

    /** Reads the whole file and says whether it's sound, without loading it. */
    public CheckpointVerdict verify() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new CheckpointVerification(channel).verdict();
        } catch (NoSuchFileException missing) {
            return new CheckpointVerdict.Refused(CheckpointVerdict.Reason.MISSING, file.toString());
        }
    }

    private Path beside(String suffix) {
        return directory().resolve(file.getFileName() + suffix);
    }

    private Path directory() {
        return Objects.requireNonNull(file.getParent(), "the file is in a directory");
    }

    /** The checkpoint is being written already. */
    public static final class BusyException extends IOException {
        private static final long serialVersionUID = 1L;

        BusyException(Path file) {
            super(file + " is being written already");
        }
    }
}
