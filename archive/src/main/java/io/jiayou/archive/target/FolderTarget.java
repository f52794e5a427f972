package io.jiayou.archive.target;

import io.jiayou.transparency.DurableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A directory on a disk. A new file is written aside, forced, published under its name in one step that fails if the
 * name is taken, and the directory is forced. Locks it has none.
 */
public final class FolderTarget implements Target {

    private static final String ASIDE = ".incoming";
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final String name;
    private final Path folder;
    private boolean swept;

    private FolderTarget(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /** Makes the directory if needed. */
    public static FolderTarget open(String name, Path folder) throws IOException {
        FolderTarget target = new FolderTarget(name, folder.toAbsolutePath().normalize());
        target.makeDirectory(target.folder.resolve(ASIDE));
        return target;
    }

    /**
     * A directory that {@link #open} has made before, perhaps on another day. As long as it isn't there, every use of the
     * target fails: an empty mount point is no archive.
     */
    public static FolderTarget existing(String name, Path folder) {
        return new FolderTarget(name, folder.toAbsolutePath().normalize());
    }

    private void expectThere() throws IOException {
        if (!Files.isDirectory(folder.resolve(ASIDE))) {
            throw new NotPrepared(name);
        }
    }

    /** Whoever is killed leaves what it has half-written; the first one to write here a day later drops it. */
    private synchronized void dropAbandoned() throws IOException {
        if (swept) {
            return;
        }
        swept = true;
        Instant before = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(ASIDE))) {
            for (Path file : files) {
                boolean isLock = file.endsWith(Publication.LOCK);
                if (!isLock && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<StoredFile> list(String prefix) throws IOException {
        expectThere();
        Path top = folder.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        List<StoredFile> found = new ArrayList<>();
        Files.walkFileTree(top, new Listing(folder, folder.resolve(ASIDE), found));
        found.removeIf(file -> !file.name().startsWith(prefix));
        found.sort(Comparator.comparing(StoredFile::name));
        return found;
    }

    @Override
    public @Nullable InputStream read(String file) throws IOException {
        expectThere();
        try {
            return Files.newInputStream(at(file));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public boolean create(String file, Content content, @Nullable Instant lockedUntil) throws IOException {
        expectThere();
        dropAbandoned();
        Path aside = folder.resolve(ASIDE).resolve(UUID.randomUUID().toString());
        try {
            write(aside, content);
            Path place = at(file);
            makeDirectory(DurableFiles.parent(place));
            boolean made = Publication.publish(aside, place, folder.resolve(ASIDE));
            DurableFiles.force(DurableFiles.parent(place));
            return made;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel);
                InputStream in = content.open()) {
            in.transferTo(out);
            channel.force(true);
        }
    }

    @Override
    public void replace(String file, byte[] content) throws IOException {
        expectThere();
        Path aside = folder.resolve(ASIDE).resolve(UUID.randomUUID().toString());
        try {
            write(aside, Content.of(content));
            Path place = at(file);
            makeDirectory(DurableFiles.parent(place));
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFiles.force(DurableFiles.parent(place));
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    @Override
    public boolean delete(String file) throws IOException {
        expectThere();
        Path place = at(file);
        boolean deleted = Files.deleteIfExists(place);
        if (deleted) {
            DurableFiles.force(DurableFiles.parent(place));
        }
        return deleted;
    }

    @Override
    public Optional<Instant> lockedUntil(String file) {
        return Optional.empty();
    }

    /** A new directory is durable once its parent is forced. */
    private void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path parent = DurableFiles.parent(directory);
            makeDirectory(parent);
            Files.createDirectories(directory);
            DurableFiles.force(parent);
        }
    }

    private Path at(String file) {
        return folder.resolve(FileName.checked(file));
    }
}
