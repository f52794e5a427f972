package io.jiayou.audit.verify;

import io.jiayou.transparency.Hash;
import io.jiayou.transparency.Tile;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.util.Arrays;
import java.util.function.Function;

/** The leaves of a tree, out of its tiles; meant to be read in their order. */
final class KeptLeaves {

    private final long size;
    private final Function<Tile, byte[]> tiles;
    private long index = -1;
    private byte[] tile = new byte[0];

    KeptLeaves(long size, Function<Tile, byte[]> tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    /** The tile of leaves at an index, as wide as the tree has it. */
    static Tile tile(long index, long size) {
        return new Tile(0, index, (int) Math.min(Tile.FULL, size - index * Tile.FULL));
    }

    /** @throws VerificationException INCONSISTENT if its tile is too short */
    Hash at(long position) {
        long wanted = position / Tile.FULL;
        if (wanted != index) {
            tile = tiles.apply(tile(wanted, size));
            index = wanted;
        }
        int at = (int) (position % Tile.FULL) * Hash.LENGTH;
        if (at + Hash.LENGTH > tile.length) {
            throw new VerificationException(Verdict.INCONSISTENT, "the tile " + index + " is too short");
        }
        return Hash.of(Arrays.copyOfRange(tile, at, at + Hash.LENGTH));
    }
}
