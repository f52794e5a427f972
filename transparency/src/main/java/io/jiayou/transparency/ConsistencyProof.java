package io.jiayou.transparency;

import java.util.ArrayList;
import java.util.List;

/** Shows that a tree only grew: the older one is its beginning (RFC 9162, section 2.1.4). */
public record ConsistencyProof(List<Hash> hashes) {

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** The proof between equal trees. */
    public static ConsistencyProof empty() {
        return new ConsistencyProof(List.of());
    }

    /**
     * Follows RFC 9162, section 2.1.4.2. An empty older tree is the beginning of anything, so a proof of it proves
     * nothing and is refused.
     *
     * @throws VerificationException OUT_OF_RANGE for an empty older tree, ROLLED_BACK if the newer is smaller,
     *     MALFORMED for too few or too many hashes, INCONSISTENT if they lead to another root
     */
    public void verify(TreeHead older, TreeHead newer) {
        if (older.size() == 0) {
            throw new VerificationException(Verdict.OUT_OF_RANGE, "consistency with an empty tree proves nothing");
        }
        if (newer.size() < older.size()) {
            throw new VerificationException(
                    Verdict.ROLLED_BACK, "the tree went back from " + older.size() + " to " + newer.size());
        }
        if (older.size() == newer.size()) {
            verifyEqual(older, newer);
        } else {
            verifyGrown(older, newer);
        }
    }

    private void verifyEqual(TreeHead older, TreeHead newer) {
        if (!hashes.isEmpty()) {
            throw VerificationException.malformed("the consistency proof has too many hashes");
        }
        expectRoot(older.root(), newer);
    }

    private void verifyGrown(TreeHead older, TreeHead newer) {
        List<Hash> path = path(older);
        int complete = Long.numberOfTrailingZeros(older.size());
        long node = (older.size() - 1) >>> complete;
        long last = (newer.size() - 1) >>> complete;
        Hash olderRoot = path.getFirst();
        Hash newerRoot = olderRoot;
        for (Hash sibling : path.subList(1, path.size())) {
            if (last == 0) {
                throw VerificationException.malformed("the consistency proof has too many hashes");
            }
            if ((node & 1) == 1 || node == last) {
                olderRoot = TreeHashing.node(sibling, olderRoot);
                newerRoot = TreeHashing.node(sibling, newerRoot);
                int skipped = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= skipped;
                last >>>= skipped;
            } else {
                newerRoot = TreeHashing.node(newerRoot, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw VerificationException.malformed("the consistency proof has too few hashes");
        }
        expectRoot(olderRoot, older);
        expectRoot(newerRoot, newer);
    }

    /** An older tree that is complete is a node of the newer one, and so needs no hash in the proof. */
    private List<Hash> path(TreeHead older) {
        if (hashes.isEmpty()) {
            throw VerificationException.malformed("the consistency proof has too few hashes");
        }
        if (Long.bitCount(older.size()) != 1) {
            return hashes;
        }
        List<Hash> path = new ArrayList<>(hashes.size() + 1);
        path.add(older.root());
        path.addAll(hashes);
        return path;
    }

    private static void expectRoot(Hash root, TreeHead head) {
        if (!root.equals(head.root())) {
            throw new VerificationException(
                    Verdict.INCONSISTENT, "the proof leads to another root of the tree of " + head.size());
        }
    }
}
