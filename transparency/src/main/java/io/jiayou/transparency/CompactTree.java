package io.jiayou.transparency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** A tree that only grows and gives its root: it keeps one hash per complete subtree, at most 63. Not thread-safe. */
public final class CompactTree {

    /** Roots of the complete subtrees, the rightmost and smallest first. */
    private final Deque<Hash> subtrees = new ArrayDeque<>();

    private long size;

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
