package io.jiayou.transparency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** A tree that only grows and gives its root: it keeps one hash per complete subtree, at most 63. Not thread-safe. */
public final class CompactTree {

    /** Roots of the complete subtrees, the rightmost and smallest first. */
    private final Deque<Hash> subtrees = new ArrayDeque<>();

    private long size;

    /** The tree without leaves. */
    public CompactTree() {}

    /**
     * Goes on where another tree was.
     *
     * @param size its number of leaves
     * @param subtrees as it gave them
     * @throws VerificationException MALFORMED if a tree of this size has another number of complete subtrees
     */
    public static CompactTree of(long size, List<Hash> subtrees) {
        if (size < 0 || Long.bitCount(size) != subtrees.size()) {
            throw VerificationException.malformed("a tree has one complete subtree for each bit of its size");
        }
        CompactTree tree = new CompactTree();
        tree.size = size;
        tree.subtrees.addAll(subtrees.reversed());
        return tree;
    }

    /** The roots of its complete subtrees, the leftmost and largest first: all that is needed to go on. */
    public List<Hash> subtrees() {
        return List.copyOf(subtrees).reversed();
    }

    public void append(Hash leaf) {
        Hash subtree = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
            subtree = TreeHashing.node(subtrees.pop(), subtree);
        }
        subtrees.push(subtree);
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        if (size == 0) {
            return TreeHashing.empty();
        }
        Iterator<Hash> fromTheRight = subtrees.iterator();
        Hash root = fromTheRight.next();
        while (fromTheRight.hasNext()) {
            root = TreeHashing.node(fromTheRight.next(), root);
        }
        return root;
    }

    public TreeHead head() {
        return new TreeHead(size, root());
    }
}
