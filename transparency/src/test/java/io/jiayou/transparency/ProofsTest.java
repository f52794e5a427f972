package io.jiayou.transparency;

import static io.jiayou.transparency.Refusals.assertRefused;
import static io.jiayou.transparency.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All proofs of small trees against the recursive definition, and what a changed proof is worth. */
class ProofsTest {

    private static final int LARGEST = 300;

    private final ReferenceTree tree = ReferenceTree.ofSize(LARGEST);

    @Test
    void compactTreesHaveTheRootsOfTheDefinition() {
        CompactTree compact = new CompactTree();
        for (int size = 0; size < LARGEST; size++) {
            assertThat(compact.head()).isEqualTo(tree.head(size));
            compact.append(tree.leaf(size));
        }
    }

    @Nested
    class Inclusion {

        @Test
        void everyLeafOfEveryTreeIsIncluded() {
            for (int size = 1; size <= LARGEST; size++) {
                for (int index = 0; index < size; index++) {
                    proof(index, size).verify(tree.leaf(index), tree.head(size));
                }
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 5, 6, 7, 8, 9, 21, 32, 33, 127, 255, 256, 257, 300})
        void everyChangedBitIsRefused(int size) {
            for (int index : List.of(0, size / 3, size - 1)) {
                TreeHead head = tree.head(size);
                Hash leaf = tree.leaf(index);
                forEveryChangedBit(proof(index, size).hashes(), changed -> assertThat(
                                refuses(() -> new InclusionProof(index, changed).verify(leaf, head)))
                        .isTrue());
            }
        }

        @Test
        void hashesMissingOrTooManyAreRefused() {
            for (int size = 1; size <= 40; size++) {
                for (int index = 0; index < size; index++) {
                    List<Hash> hashes = proof(index, size).hashes();
                    for (List<Hash> wrong : wrongLengths(hashes)) {
                        InclusionProof proof = new InclusionProof(index, wrong);
                        Hash leaf = tree.leaf(index);
                        TreeHead head = tree.head(size);
                        assertRefused(Verdict.MALFORMED, () -> proof.verify(leaf, head));
                    }
                }
            }
        }

        @Test
        void anotherPlaceLeafOrRootIsRefused() {
            TreeHead head = tree.head(9);
            Hash leaf = tree.leaf(3);
            InclusionProof elsewhere = new InclusionProof(2, tree.inclusion(3, 9));

            assertRefused(Verdict.NOT_INCLUDED, () -> elsewhere.verify(leaf, head));
            assertRefused(Verdict.NOT_INCLUDED, () -> proof(3, 9).verify(tree.leaf(2), head));
            assertRefused(Verdict.NOT_INCLUDED, () -> proof(3, 9).verify(leaf, new TreeHead(9, tree.root(0, 8))));
        }

        @Test
        void indexesOutsideTheTreeAreRefused() {
            for (long index : List.of(-1L, 9L, Long.MAX_VALUE, Long.MIN_VALUE)) {
                InclusionProof proof = new InclusionProof(index, tree.inclusion(8, 9));
                assertRefused(Verdict.OUT_OF_RANGE, () -> proof.verify(tree.leaf(8), tree.head(9)));
            }
            InclusionProof ofNothing = new InclusionProof(0, List.of());
            assertRefused(Verdict.OUT_OF_RANGE, () -> ofNothing.verify(tree.leaf(0), TreeHead.empty()));
        }

        private InclusionProof proof(int index, int size) {
            return new InclusionProof(index, tree.inclusion(index, size));
        }
    }

    @Nested
    class Consistency {

        @Test
        void everyTreeIsTheBeginningOfEveryLargerOne() {
            for (int newer = 1; newer <= LARGEST; newer++) {
                for (int older = 1; older <= newer; older++) {
                    proof(older, newer).verify(tree.head(older), tree.head(newer));
                }
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 5, 6, 7, 8, 9, 21, 32, 33, 127, 255, 256, 257, 300})
        void everyChangedBitIsRefused(int newer) {
            for (int older : List.of(1, (newer + 1) / 2, newer - 1)) {
                forEveryChangedBit(proof(older, newer).hashes(), changed -> assertThat(
                                refuses(() -> new ConsistencyProof(changed).verify(tree.head(older), tree.head(newer))))
                        .isTrue());
            }
        }

        @Test
        void hashesMissingOrTooManyAreRefused() {
            for (int newer = 1; newer <= 40; newer++) {
                for (int older = 1; older <= newer; older++) {
                    TreeHead before = tree.head(older);
                    TreeHead after = tree.head(newer);
                    for (List<Hash> wrong : wrongLengths(proof(older, newer).hashes())) {
                        assertThat(refuses(() -> new ConsistencyProof(wrong).verify(before, after)))
                                .isTrue();
                    }
                }
            }
        }

        @Test
        void equalSizesNeedEqualRootsAndNoProof() {
            TreeHead head = tree.head(7);
            TreeHead fork = new TreeHead(7, tree.root(0, 6));

            ConsistencyProof.empty().verify(head, head);
            assertRefused(Verdict.INCONSISTENT, () -> ConsistencyProof.empty().verify(head, fork));
            ConsistencyProof toOne = new ConsistencyProof(List.of(head.root()));
            assertRefused(Verdict.MALFORMED, () -> toOne.verify(head, head));
        }

        @Test
        void forksAndRollbacksAreRefused() {
            TreeHead fork = new TreeHead(6, tree.root(1, 7));

            assertRefused(Verdict.INCONSISTENT, () -> proof(6, 11).verify(fork, tree.head(11)));
            assertRefused(Verdict.INCONSISTENT, () -> proof(6, 11).verify(tree.head(6), new TreeHead(11, fork.root())));
            assertRefused(Verdict.ROLLED_BACK, () -> proof(6, 11).verify(tree.head(11), tree.head(6)));
        }

        @Test
        void nothingIsProvenOfAnEmptyTree() {
            TreeHead empty = TreeHead.empty();

            assertRefused(Verdict.OUT_OF_RANGE, () -> ConsistencyProof.empty().verify(empty, tree.head(3)));
            assertRefused(Verdict.OUT_OF_RANGE, () -> ConsistencyProof.empty().verify(empty, empty));
        }

        private ConsistencyProof proof(int older, int newer) {
            return new ConsistencyProof(tree.consistency(older, newer));
        }
    }

    private List<List<Hash>> wrongLengths(List<Hash> hashes) {
        List<List<Hash>> wrong = new ArrayList<>();
        wrong.add(append(hashes, tree.leaf(0)));
        wrong.add(append(List.of(tree.leaf(0)), hashes.toArray(Hash[]::new)));
        if (!hashes.isEmpty()) {
            wrong.add(hashes.subList(1, hashes.size()));
            wrong.add(hashes.subList(0, hashes.size() - 1));
        }
        return wrong;
    }

    private static List<Hash> append(List<Hash> hashes, Hash... further) {
        List<Hash> all = new ArrayList<>(hashes);
        all.addAll(List.of(further));
        return all;
    }

    private static void forEveryChangedBit(List<Hash> hashes, Consumer<List<Hash>> refusal) {
        for (int bit = 0; bit < hashes.size() * 256; bit++) {
            List<Hash> changed = new ArrayList<>(hashes);
            byte[] bytes = changed.get(bit / 256).bytes();
            bytes[bit % 256 / 8] ^= (byte) (1 << bit % 8);
            changed.set(bit / 256, Hash.of(bytes));
            refusal.accept(changed);
        }
    }
}
