package io.jiayou.transparency;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs by the definitions of RFC 9162, section 2.1, from the roots of complete subtrees. */
final class TreeProofs {

    private final Subtrees subtrees;

    TreeProofs(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    interface Subtrees {
        /** The root over the leaves from {@code index << height} on, {@code 1 << height} of them. */
        Hash root(int height, long index);
    }

    /** The root over the leaves from start to before end; start is a multiple of the power of two not below the count. */
    Hash root(long start, long end) {
        long count = end - start;
        if (count == 0) {
            return TreeHashing.empty();
        }
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return subtrees.root(height, start >>> height);
        }
        long split = start + Long.highestOneBit(count);
        return TreeHashing.node(root(start, split), root(split, end));
    }

    InclusionProof inclusion(long index, long size) {
        List<Hash> fromTheTop = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long split = split(start, end);
            if (index < split) {
                fromTheTop.add(root(split, end));
                end = split;
            } else {
                fromTheTop.add(root(start, split));
                start = split;
            }
        }
        return new InclusionProof(index, fromTheTop.reversed());
    }

    ConsistencyProof consistency(long older, long newer) {
        List<Hash> fromTheTop = new ArrayList<>();
        long start = 0;
        long end = newer;
        while (end != older) {
            long split = split(start, end);
            if (older <= split) {
                fromTheTop.add(root(split, end));
                end = split;
            } else {
                fromTheTop.add(root(start, split));
                start = split;
            }
        }
        if (start > 0) { // otherwise what is left is the older tree, whose root the verifier knows
            fromTheTop.add(root(start, end));
        }
        return new ConsistencyProof(fromTheTop.reversed());
    }

    private static long split(long start, long end) {
        return start + Long.highestOneBit(end - start - 1);
    }
}
