package io.jiayou.transparency;

/**
 * A tree of one size, read from its tiles. The edge is known to hash to the root; every full tile is compared with its
 * hash in the tile above before it is used, so a damaged tile is found here and not by whoever gets a proof.
 */
final class PublishedTree implements TreeProofs.Subtrees {

    private final TileStore store;
    private final TileCache cache;
    private final Edge edge;
    private final TreeProofs proofs = new TreeProofs(this);
    private final TreeHead head;

    /** @param edge not to be changed any more */
    PublishedTree(TileStore store, TileCache cache, Edge edge) {
        this.store = store;
        this.cache = cache;
        this.edge = edge;
        this.head = new TreeHead(edge.size(), proofs.root(0, edge.size()));
    }

    TreeHead head() {
        return head;
    }

    Edge edge() {
        return edge;
    }

    /** @throws VerificationException OUT_OF_RANGE for a size above the published one */
    TreeProofs proofsAt(long size) {
        if (size < 0 || size > head.size()) {
            throw new VerificationException(Verdict.OUT_OF_RANGE, "no tree of " + size + " leaves is published");
        }
        return proofs;
    }

    @Override
    public Hash root(int height, long index) {
        int level = height / Tile.HEIGHT;
        int count = 1 << height % Tile.HEIGHT;
        long first = index * count;
        int position = (int) (first % Tile.FULL);
        return complete(level, first / Tile.FULL, position, count);
    }

    private Hash complete(int level, long index, int position, int count) {
        if (index == Tile.fullTiles(edge.size(), level)) {
            return edge.complete(level, position, count);
        }
        return TreeHashing.complete(full(new Tile(level, index, Tile.FULL)), position, count);
    }

    private byte[] full(Tile tile) {
        byte[] known = cache.get(tile);
        if (known != null) {
            return known;
        }
        byte[] hashes = Tiles.read(store, tile);
        Hash expected = root(Tile.HEIGHT * (tile.level() + 1), tile.index());
        if (!TreeHashing.complete(hashes, 0, Tile.FULL).equals(expected)) {
            throw new VerificationException(
                    Verdict.INCONSISTENT, "the tile " + tile.path() + " doesn't hash to its place in the tile above");
        }
        cache.put(tile, hashes);
        return hashes;
    }
}
