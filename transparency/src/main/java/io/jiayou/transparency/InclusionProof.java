package io.jiayou.transparency;

import java.util.List;

/**
 * Shows that a leaf stands at an index of a tree (RFC 9162, section 2.1.3).
 *
 * @param index of the leaf, from 0
 * @param hashes from the leaf's sibling up to the child of the root
 */
public record InclusionProof(long index, List<Hash> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * Follows RFC 9162, section 2.1.3.2.
     *
     * @throws VerificationException OUT_OF_RANGE if the tree has no such index, MALFORMED for too few or too many
     *     hashes, NOT_INCLUDED if they lead to another root
     */
    public void verify(Hash leaf, TreeHead head) {
        if (index < 0 || index >= head.size()) {
            throw new VerificationException(Verdict.OUT_OF_RANGE, "a tree of " + head.size() + " has no leaf " + index);
        }
        long node = index;
        long last = head.size() - 1;
        Hash root = leaf;
        for (Hash sibling : hashes) {
            if (last == 0) {
                throw VerificationException.malformed("the inclusion proof has too many hashes");
            }
            if ((node & 1) == 1 || node == last) {
                root = TreeHashing.node(sibling, root);
                int skipped = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= skipped;
                last >>>= skipped;
            } else {
                root = TreeHashing.node(root, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        expect(last, root, head);
    }

    private void expect(long last, Hash root, TreeHead head) {
        if (last != 0) {
            throw VerificationException.malformed("the inclusion proof has too few hashes");
        }
        if (!root.equals(head.root())) {
            throw new VerificationException(
                    Verdict.NOT_INCLUDED, "the leaf isn't number " + index + " of the tree of " + head.size());
        }
    }
}
