package io.jiayou.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Roots and proofs written down as RFC 9162 defines them, by recursion over lists of leaves: slow and plain. */
final class ReferenceTree {

    private record Range(int start, int end) {}

    private final List<Hash> leaves;
    private final Map<Range, Hash> roots = new HashMap<>();

    ReferenceTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    static ReferenceTree ofSize(int size) {
        return new ReferenceTree(leaves(0, size));
    }

    static List<Hash> leaves(int start, int end) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = start; i < end; i++) {
            leaves.add(TreeHashing.leaf(entry(i)));
        }
        return leaves;
    }

    static byte[] entry(int index) {
        return ("entry " + index).getBytes(UTF_8);
    }

    Hash leaf(int index) {
        return leaves.get(index);
    }

    TreeHead head(int size) {
        return new TreeHead(size, root(0, size));
    }

    Hash root(int start, int end) {
        Range range = new Range(start, end);
        Hash known = roots.get(range);
        if (known == null) {
            known = compute(start, end);
            roots.put(range, known);
        }
        return known;
    }

    private Hash compute(int start, int end) {
        if (end == start) {
            return Hash.sha256(new byte[0]);
        }
        if (end - start == 1) {
            return leaves.get(start);
        }
        int split = start + largestPowerOfTwoBelow(end - start);
        return TreeHashing.node(root(start, split), root(split, end));
    }

    List<Hash> inclusion(int index, int size) {
        return path(index, 0, size);
    }

    private List<Hash> path(int index, int start, int end) {
        if (end - start == 1) {
            return new ArrayList<>();
        }
        int split = start + largestPowerOfTwoBelow(end - start);
        boolean left = index < split;
        List<Hash> path = left ? path(index, start, split) : path(index, split, end);
        path.add(left ? root(split, end) : root(start, split));
        return path;
    }

    List<Hash> consistency(int older, int newer) {
        return subproof(older, 0, newer, true);
    }

    private List<Hash> subproof(int older, int start, int end, boolean known) {
        if (older == end - start) {
            return new ArrayList<>(known ? List.of() : List.of(root(start, end)));
        }
        int half = largestPowerOfTwoBelow(end - start);
        boolean left = older <= half;
        List<Hash> proof =
                left ? subproof(older, start, start + half, known) : subproof(older - half, start + half, end, false);
        proof.add(left ? root(start + half, end) : root(start, start + half));
        return proof;
    }

    private static int largestPowerOfTwoBelow(int count) {
        int power = 1;
        while (power * 2 < count) {
            power *= 2;
        }
        return power;
    }
}
