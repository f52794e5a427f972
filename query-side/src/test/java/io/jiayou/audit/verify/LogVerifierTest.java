package io.jiayou.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogVerifierTest {

    private static final int SIZE = 1_000;

    private final List<byte[]> recorded = IntStream.range(0, SIZE)
            .mapToObj(n -> ("event " + n).getBytes(StandardCharsets.UTF_8))
            .toList();
    private final List<byte[]> lines = new ArrayList<>(recorded);

    private TreeHead head(int size) {
        CompactTree tree = new CompactTree();
        recorded.subList(0, size).forEach(line -> tree.append(TreeHashing.leaf(line)));
        return tree.head();
    }

    private LongFunction<Hash> leaves() {
        return at -> TreeHashing.leaf(recorded.get((int) at));
    }

    private Finding verify(@Nullable TreeHead older, @Nullable LongFunction<Hash> kept) {
        return new LogVerifier(head(SIZE), older == null ? List.of() : List.of(older), kept, done -> {})
                .verify((position, atMost) -> lines.subList(
                        (int) Math.min(position, lines.size()), (int) Math.min(position + atMost, lines.size())));
    }

    private static void isWrong(Finding finding, Verdict verdict, long position) {
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.position()).isEqualTo(position);
        assertThat(finding.status()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void holdsForWhatWasRecorded() {
        assertThat(verify(null, leaves()).holds()).isTrue();
        assertThat(verify(head(1), leaves()).holds()).isTrue();
        assertThat(verify(head(777), null).holds()).isTrue();
        assertThat(verify(head(SIZE), null).status()).isZero();
    }

    @Test
    void saysWhereWithKeptLeavesAndThatWithout() {
        lines.set(512, "other".getBytes(StandardCharsets.UTF_8));

        isWrong(verify(null, leaves()), Verdict.NOT_INCLUDED, 512);
        isWrong(verify(null, null), Verdict.INCONSISTENT, -1);
    }

    @Test
    void findsDeletedInsertedAndSwappedEvents() {
        byte[] gone = lines.remove(300);
        isWrong(verify(null, leaves()), Verdict.NOT_INCLUDED, 300);
        lines.add(200, gone);
        isWrong(verify(null, leaves()), Verdict.NOT_INCLUDED, 200);
    }

    @Test
    void findsThatEventsEnd() {
        lines.removeLast();

        isWrong(verify(null, leaves()), Verdict.ROLLED_BACK, SIZE - 1);
        isWrong(verify(null, null), Verdict.ROLLED_BACK, SIZE - 1);
    }

    @Test
    void findsLeavesThatWereMadeAnew() {
        lines.set(7, "other".getBytes(StandardCharsets.UTF_8));

        isWrong(verify(null, at -> TreeHashing.leaf(lines.get((int) at))), Verdict.INCONSISTENT, -1);
    }

    @Test
    void findsAForkAndALogThatHasShrunk() {
        TreeHead fork = new TreeHead(500, Hash.sha256(new byte[] {1}));

        isWrong(verify(fork, leaves()), Verdict.INCONSISTENT, -1);
        isWrong(verify(new TreeHead(SIZE + 1, fork.root()), leaves()), Verdict.ROLLED_BACK, -1);
        isWrong(verify(new TreeHead(0, fork.root()), leaves()), Verdict.INCONSISTENT, -1);
    }
}
