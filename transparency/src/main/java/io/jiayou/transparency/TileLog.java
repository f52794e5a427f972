package io.jiayou.transparency;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A growing tree in a {@link TileStore}. Leaves are appended in batches, and count once they are published: roots and
 * proofs are of published trees only. One thread appends and publishes at a time; any number read.
 *
 * <p>Whoever announces a head (signs it) keeps it and opens the log at it after a crash. What the store holds beyond that
 * head was never announced and is overwritten. A store has one open log at a time: opening drops what isn't committed.
 */
public final class TileLog {

    private final TileStore store;
    private final TileCache cache = new TileCache();
    private final Edge edge;
    private final Set<Tile> withPartials = new HashSet<>();
    private volatile PublishedTree published;
    private boolean failed;

    private TileLog(TileStore store, long size) {
        store.discard();
        this.store = store;
        this.edge = Edge.of(size, tile -> Tiles.read(store, tile));
        this.published = new PublishedTree(store, cache, edge.copy());
        rememberPartialsOf(size);
    }

    /**
     * Continues at a head that was published.
     *
     * @throws VerificationException INCONSISTENT if the tiles don't hash to its root, MISSING if they aren't there
     */
    public static TileLog open(TileStore store, TreeHead head) {
        TileLog log = open(store, head.size());
        if (!log.head().root().equals(head.root())) {
            throw new VerificationException(
                    Verdict.INCONSISTENT, "the tiles of the tree of " + head.size() + " hash to another root");
        }
        return log;
    }

    /**
     * Continues at a size that was published, with the root that the tiles hash to: {@link #head()}.
     *
     * @throws VerificationException MISSING if a tile at the end of this tree isn't there
     */
    public static TileLog open(TileStore store, long size) {
        if (size < 0) {
            throw new VerificationException(Verdict.OUT_OF_RANGE, "a tree has no negative size");
        }
        return new TileLog(store, size);
    }

    /** Appends leaf hashes. Their full tiles are written, and neither durable nor read before {@link #publish()}. */
    public synchronized void append(List<Hash> leaves) {
        expectNoFailure();
        failed = true;
        for (Hash leaf : leaves) {
            edge.append(leaf, (tile, hashes) -> Tiles.overwrite(store, tile, hashes));
        }
        failed = false;
    }

    /** The number of appended leaves, published or not. */
    public synchronized long size() {
        return edge.size();
    }

    /**
     * Makes all that was appended durable. The partial tiles of every published tree stay until their full tile is part
     * of the tree that was published before this one.
     */
    public synchronized TreeHead publish() {
        expectNoFailure();
        TreeHead before = published.head();
        if (edge.size() > before.size()) {
            failed = true;
            writePartials();
            store.commit();
            published = new PublishedTree(store, cache, edge.copy());
            failed = false;
            dropPartialsOf(before.size());
        }
        return published.head();
    }

    private void writePartials() {
        for (int level = 0; level < Tile.LEVELS; level++) {
            Optional<Tile> partial = edge.tile(level);
            if (partial.isPresent() && !partial.equals(published.edge().tile(level))) {
                Tiles.overwrite(store, partial.get(), edge.hashes(level));
                withPartials.add(whole(partial.get()));
            }
        }
    }

    private void dropPartialsOf(long size) {
        withPartials.removeIf(tile -> tile.index() < Tile.fullTiles(size, tile.level()) && drop(tile));
    }

    /** What can't be deleted now is only in the way; the next head tries again. */
    private boolean drop(Tile tile) {
        try {
            store.deletePartials(tile.fullPath());
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** An earlier process may have left partial tiles at the edge, or just before it. */
    private void rememberPartialsOf(long size) {
        for (int level = 0; level < Tile.LEVELS; level++) {
            long index = Tile.fullTiles(size, level);
            for (long tile = Math.max(0, index - 1); tile <= index; tile++) {
                withPartials.add(new Tile(level, tile, Tile.FULL));
            }
        }
    }

    private static Tile whole(Tile partial) {
        return new Tile(partial.level(), partial.index(), Tile.FULL);
    }

    private void expectNoFailure() {
        if (failed) {
            throw new IllegalStateException("the log failed to write; open it again at its last published head");
        }
    }

    /** The head that was published last. */
    public TreeHead head() {
        return published.head();
    }

    /** @throws VerificationException OUT_OF_RANGE for a size above the published one */
    public Hash rootAt(long size) {
        return published.proofsAt(size).root(0, size);
    }

    /** @throws VerificationException OUT_OF_RANGE for an index that isn't published */
    public Hash leafAt(long index) {
        expect(index >= 0 && index < head().size(), "no leaf " + index + " is published");
        return published.root(0, index);
    }

    /** @throws VerificationException OUT_OF_RANGE unless index &lt; size ≤ the published size */
    public InclusionProof inclusionProof(long index, long size) {
        TreeProofs proofs = published.proofsAt(size);
        expect(index >= 0 && index < size, "a tree of " + size + " has no leaf " + index);
        return proofs.inclusion(index, size);
    }

    /**
     * Of several leaves, which takes less than one proof after the other.
     *
     * @throws VerificationException OUT_OF_RANGE unless index &lt; size ≤ the published size, for each
     */
    public List<InclusionProof> inclusionProofs(long size, long... indices) {
        PublishedTree tree = published;
        tree.proofsAt(size);
        TreeProofs proofs = new TreeProofs(new RememberedSubtrees(tree));
        List<InclusionProof> all = new ArrayList<>(indices.length);
        for (long index : indices) {
            expect(index >= 0 && index < size, "a tree of " + size + " has no leaf " + index);
            all.add(proofs.inclusion(index, size));
        }
        return all;
    }

    /** @throws VerificationException OUT_OF_RANGE unless 0 &lt; older ≤ newer ≤ the published size */
    public ConsistencyProof consistencyProof(long older, long newer) {
        TreeProofs proofs = published.proofsAt(newer);
        expect(older > 0 && older <= newer, "no proof leads from " + older + " to " + newer);
        return proofs.consistency(older, newer);
    }

    private static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new VerificationException(Verdict.OUT_OF_RANGE, otherwise);
        }
    }
}
