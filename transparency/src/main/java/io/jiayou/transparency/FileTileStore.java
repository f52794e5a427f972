package io.jiayou.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log's tiles in a directory. Full ones stand one behind the other in a file for each level ({@code full/0},
 * {@code full/1}, …: 32 bytes a hash), so a commit waits for few files however many tiles it has; partial tiles and entry
 * bundles are files under their paths. One process opens a directory at a time; reading is free to all.
 */
public final class FileTileStore implements TileStore {

    private final Path directory;
    private final List<LevelFile> levels;
    private final SmallFiles others;

    private FileTileStore(Path directory, List<LevelFile> levels, SmallFiles others) {
        this.directory = directory;
        this.levels = levels;
        this.others = others;
    }

    /** Makes the directory if needed, and drops what an earlier process had written and not committed. */
    public static FileTileStore open(Path directory) {
        Path full = directory.toAbsolutePath().resolve("full");
        try {
            Files.createDirectories(full);
            List<LevelFile> levels = new ArrayList<>();
            for (int level = 0; level < Tile.LEVELS; level++) {
                levels.add(LevelFile.open(full.resolve(Integer.toString(level))));
            }
            return new FileTileStore(full, levels, SmallFiles.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte @Nullable [] read(String path) {
        Optional<Tile> tile = fullTile(path);
        try {
            return tile.isPresent() ? of(tile.get()).read(tile.get().index()) : others.read(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException also if a full tile isn't the next one of its level */
    @Override
    public void write(String path, byte[] content) {
        Optional<Tile> tile = fullTile(path);
        try {
            if (tile.isPresent()) {
                of(tile.get()).append(tile.get().index(), content);
            } else {
                others.write(path, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void commit() {
        try {
            boolean anyNew = false;
            for (LevelFile level : levels) {
                anyNew |= level.commit();
            }
            if (anyNew) {
                DurableFiles.force(directory);
                DurableFiles.force(DurableFiles.parent(directory));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        others.commit();
    }

    @Override
    public void discard() {
        try {
            for (LevelFile level : levels) {
                level.discard();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        others.discard();
    }

    /** A full tile goes with all that follow it in its level. */
    @Override
    public void delete(String path) {
        Optional<Tile> tile = fullTile(path);
        try {
            if (tile.isPresent()) {
                of(tile.get()).cut(tile.get().index());
            } else {
                others.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void deletePartials(String fullPath) {
        others.deletePartials(fullPath);
    }

    /** Levels above these need more than 2^63 events. */
    private LevelFile of(Tile tile) {
        return levels.get(tile.level());
    }

    private static Optional<Tile> fullTile(String path) {
        return Tile.find(path).filter(tile -> tile.isFull() && tile.level() < Tile.LEVELS);
    }
}
