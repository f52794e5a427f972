package io.jiayou.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompactTreeTest {

    private static Hash leaf(long index) {
        return TreeHashing.leaf(new byte[] {(byte) index, (byte) (index >>> 8)});
    }

    @Test
    void goesOnFromItsSubtreesAtAnySize() {
        CompactTree whole = new CompactTree();
        CompactTree handedOn = new CompactTree();
        for (long index = 0; index < 300; index++) {
            whole.append(leaf(index));
            handedOn = CompactTree.of(handedOn.size(), handedOn.subtrees());
            handedOn.append(leaf(index));

            assertThat(handedOn.head()).isEqualTo(whole.head());
            assertThat(handedOn.subtrees()).hasSize(Long.bitCount(index + 1));
        }
    }

    @Test
    void givesTheLargestSubtreeFirst() {
        CompactTree tree = new CompactTree();
        List.of(0L, 1L, 2L).forEach(index -> tree.append(leaf(index)));

        assertThat(tree.subtrees()).containsExactly(TreeHashing.node(leaf(0), leaf(1)), leaf(2));
    }

    @Test
    void refusesAnotherNumberOfSubtreesThanItsSizeHas() {
        List<Hash> one = List.of(leaf(0));

        assertThatThrownBy(() -> CompactTree.of(3, one)).isInstanceOf(VerificationException.class);
        assertThatThrownBy(() -> CompactTree.of(-1, one)).isInstanceOf(VerificationException.class);
        assertThat(CompactTree.of(0, List.of()).head()).isEqualTo(TreeHead.empty());
    }
}
