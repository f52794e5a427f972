package io.jiayou.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Small contents as files under their paths. Written files wait in {@code .uncommitted}; a commit forces them, moves each
 * to its place atomically and forces the directories, so no half of one is ever at its place.
 */
final class SmallFiles implements TileStore {

    private static final Pattern SAFE_PATH = Pattern.compile("[a-z0-9]+(?:/[a-z0-9]+(?:\\.p)?)*");

    private final Path directory;
    private final Path uncommitted;
    private final Map<String, Path> written = new LinkedHashMap<>();
    private final Set<Path> knownDirectories = new LinkedHashSet<>();

    private SmallFiles(Path directory) {
        this.directory = directory;
        this.uncommitted = directory.resolve(".uncommitted");
    }

    /** Makes the directory if needed, and drops what an earlier process had written and not committed. */
    static SmallFiles open(Path directory) {
        SmallFiles store = new SmallFiles(directory.toAbsolutePath());
        try {
            Files.createDirectories(store.uncommitted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.discard();
        return store;
    }

    @Override
    public byte @Nullable [] read(String path) {
        Path file = at(path);
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(String path, byte[] content) {
        byte[] there = read(path);
        if (there != null && !Arrays.equals(there, content)) {
            throw new IllegalStateException("what is at " + path + " doesn't change");
        }
        if (there == null) {
            Path file = uncommitted.resolve(path.replace('/', '_'));
            try {
                DurableFiles.write(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written.put(path, file);
        }
    }

    @Override
    public void commit() {
        Set<Path> touched = new LinkedHashSet<>();
        try {
            for (Path file : written.values()) {
                DurableFiles.force(file);
            }
            for (Map.Entry<String, Path> one : written.entrySet()) {
                Path target = at(one.getKey());
                makeDirectory(DurableFiles.parent(target), touched);
                Files.move(one.getValue(), target, StandardCopyOption.ATOMIC_MOVE);
            }
            for (Path each : touched) {
                DurableFiles.force(each);
            }
        } catch (IOException e) {
            knownDirectories.clear();
            throw new UncheckedIOException(e);
        }
        written.clear();
    }

    @Override
    public void discard() {
        written.clear();
        try {
            deleteAllIn(uncommitted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new directory is durable once its parent is forced, so parents of new ones are touched too. */
    private void makeDirectory(Path target, Set<Path> touched) throws IOException {
        if (!knownDirectories.contains(target) && !target.equals(directory)) {
            makeDirectory(DurableFiles.parent(target), touched);
            Files.createDirectories(target);
            knownDirectories.add(target);
        }
        touched.add(target);
    }

    @Override
    public void delete(String path) {
        try {
            Files.deleteIfExists(at(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void deletePartials(String fullPath) {
        Path partials = at(fullPath + ".p");
        if (!Files.isDirectory(partials)) {
            return;
        }
        try {
            deleteAllIn(partials);
            Files.delete(partials);
            knownDirectories.remove(partials);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAllIn(Path parent) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(parent)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private Path at(String path) {
        if (!SAFE_PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not the path of a tile");
        }
        return directory.resolve(path);
    }
}
