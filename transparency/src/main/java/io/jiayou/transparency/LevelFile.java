package io.jiayou.transparency;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The full tiles of one level in one file, in the order of their indexes. New ones wait in memory, or behind what is
 * committed, until they are committed too. One thread writes; any number read.
 */
final class LevelFile {

    private static final int TILE = Tile.FULL * Hash.LENGTH;
    private static final int WAITING_TILES = 64;

    private final Path file;
    private final ByteBuffer waiting = ByteBuffer.allocate(WAITING_TILES * TILE);
    private volatile long committed;
    private long written;

    private LevelFile(Path file, long tiles) {
        this.file = file;
        this.committed = tiles;
        this.written = tiles;
    }

    /** All whole tiles of the file count as committed: whoever opens a log knows how many of them were announced. */
    static LevelFile open(Path file) throws IOException {
        return new LevelFile(file, Files.exists(file) ? Files.size(file) / TILE : 0);
    }

    /** A committed tile, or null if the level has fewer. */
    byte @Nullable [] read(long index) throws IOException {
        if (index >= committed) {
            return null;
        }
        ByteBuffer tile = ByteBuffer.allocate(TILE);
        try (FileChannel channel = FileChannel.open(file, READ)) {
            while (tile.hasRemaining() && channel.read(tile, index * TILE + tile.position()) >= 0) {}
        }
        return tile.hasRemaining() ? null : tile.array();
    }

    /**
     * Takes the level's next tile. One that is committed already is ignored.
     *
     * @throws IllegalStateException if another one was committed at this index, or there is a gap before it
     */
    void append(long index, byte[] tile) throws IOException {
        if (index < committed && Arrays.equals(read(index), tile)) {
            return;
        }
        if (index != written + waiting.position() / TILE || tile.length != TILE) {
            throw new IllegalStateException("tile " + index + " isn't the next one of its level");
        }
        if (!waiting.hasRemaining()) {
            write(false);
        }
        waiting.put(tile);
    }

    /** @return whether the file is a new one */
    boolean commit() throws IOException {
        if (written == committed && waiting.position() == 0) {
            return false;
        }
        write(true);
        boolean first = committed == 0;
        committed = written;
        return first;
    }

    private void write(boolean force) throws IOException {
        long tiles = waiting.position() / TILE;
        waiting.flip();
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
            while (waiting.hasRemaining()) {
                channel.write(waiting, written * TILE + waiting.position());
            }
            if (force) {
                channel.force(true);
            }
        }
        waiting.clear();
        written += tiles;
    }

    /** Drops what isn't committed. */
    void discard() throws IOException {
        waiting.clear();
        written = committed;
        cutFile();
    }

    /** Drops the tile at an index, and all behind it. */
    void cut(long index) throws IOException {
        committed = Math.min(committed, index);
        discard();
    }

    private void cutFile() throws IOException {
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, WRITE)) {
                channel.truncate(committed * TILE);
            }
        }
    }
}
