package io.jiayou.transparency;

import java.util.Arrays;

/** Tiles in a store. */
final class Tiles {

    private Tiles() {}

    /**
     * The hashes of a tile. A partial tile that isn't there is the beginning of the full one (tlog-tiles).
     *
     * @throws VerificationException MISSING if it isn't there, INCONSISTENT if it has another width
     */
    static byte[] read(TileStore store, Tile tile) {
        byte[] hashes = store.read(tile.path());
        int width = tile.width();
        if (hashes == null && !tile.isFull()) {
            hashes = store.read(tile.fullPath());
            width = Tile.FULL;
        }
        if (hashes == null) {
            throw new VerificationException(Verdict.MISSING, "the tile " + tile.path() + " isn't there");
        }
        if (hashes.length != width * Hash.LENGTH) {
            throw new VerificationException(Verdict.INCONSISTENT, "the tile " + tile.path() + " has another width");
        }
        return Arrays.copyOf(hashes, tile.width() * Hash.LENGTH);
    }

    /** Prepares a tile for the next commit, in place of one that was never published. */
    static void overwrite(TileStore store, Tile tile, byte[] hashes) {
        byte[] there = store.read(tile.path());
        if (there != null && !Arrays.equals(there, hashes)) {
            store.delete(tile.path());
        }
        store.write(tile.path(), hashes);
    }
}
