package io.jiayou.transparency;

import java.util.Arrays;
import java.util.Optional;

/** The right edge of a tree: of each level the one tile that isn't full. All else of a tree is in full tiles. */
final class Edge {

    private final byte[][] tiles;
    private long size;

    private Edge(long size, byte[][] tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    /** Gets each tile at the moment when it becomes full. */
    interface FullTiles {
        void add(Tile tile, byte[] hashes);
    }

    /** Gives the hashes of a partial tile: 32 bytes for each of its width. */
    interface PartialTiles {
        byte[] hashes(Tile tile);
    }

    static Edge of(long size, PartialTiles stored) {
        Edge edge = new Edge(size, new byte[Tile.LEVELS][Tile.FULL * Hash.LENGTH]);
        for (int level = 0; level < Tile.LEVELS; level++) {
            byte[] tile = edge.tiles[level];
            edge.tile(level)
                    .map(stored::hashes)
                    .ifPresent(hashes -> System.arraycopy(hashes, 0, tile, 0, hashes.length));
        }
        return edge;
    }

    Edge copy() {
        byte[][] copies = new byte[Tile.LEVELS][];
        for (int level = 0; level < Tile.LEVELS; level++) {
            copies[level] = hashes(level);
        }
        return new Edge(size, copies);
    }

    long size() {
        return size;
    }

    void append(Hash leaf, FullTiles full) {
        Hash hash = leaf;
        int level = 0;
        while (put(level, hash)) {
            full.add(new Tile(level, Tile.fullTiles(size, level), Tile.FULL), tiles[level].clone());
            hash = TreeHashing.complete(tiles[level], 0, Tile.FULL);
            level++;
        }
        size++;
    }

    private boolean put(int level, Hash hash) {
        int width = Tile.edgeWidth(size, level);
        hash.copyTo(tiles[level], width * Hash.LENGTH);
        return width == Tile.FULL - 1;
    }

    /** The partial tile at the end of a level, unless the level ends with a full one. */
    Optional<Tile> tile(int level) {
        int width = Tile.edgeWidth(size, level);
        return width == 0 ? Optional.empty() : Optional.of(new Tile(level, Tile.fullTiles(size, level), width));
    }

    byte[] hashes(int level) {
        return Arrays.copyOf(tiles[level], Tile.edgeWidth(size, level) * Hash.LENGTH);
    }

    Hash at(int level, int position) {
        return Hash.at(tiles[level], position * Hash.LENGTH);
    }

    Hash complete(int level, int first, int count) {
        return TreeHashing.complete(tiles[level], first, count);
    }
}
