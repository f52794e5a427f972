package io.jiayou.audit.verify;

import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.Verdict;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares all events up to a trusted tree head with it. The head says whether anything differs. Where it differs is said
 * by the leaves that somebody has kept (the log's own tiles, an auditor's copy), and only if these lead to the trusted
 * root themselves.
 */
public final class LogVerifier {

    private static final int BATCH = 256;

    private final TreeHead trusted;
    private final List<TreeHead> older;
    private final @Nullable LongFunction<Hash> kept;
    private final LongConsumer progress;

    /**
     * @param trusted the head of the tree, from a checkpoint whose signature was verified
     * @param older older trusted heads of the same log: this tree has to continue each of them
     * @param kept the leaf at an index, if somebody has kept them
     * @param progress is told how many events were compared
     */
    public LogVerifier(
            TreeHead trusted, List<TreeHead> older, @Nullable LongFunction<Hash> kept, LongConsumer progress) {
        this.trusted = trusted;
        this.older = List.copyOf(older);
        this.kept = kept;
        this.progress = progress;
    }

    /** Reads the events once, from the first on. */
    public Finding verify(Entries entries) {
        for (TreeHead before : older) {
            if (before.size() > trusted.size()) {
                return finding(
                        Verdict.ROLLED_BACK,
                        -1,
                        "the log has %d events, and had %d before".formatted(trusted.size(), before.size()),
                        0);
            }
        }
        CompactTree tree = new CompactTree();
        Difference difference = new Difference();
        boolean fork = isFork(tree);
        while (tree.size() < trusted.size()) {
            long from = tree.size();
            int wanted = (int) Math.min(BATCH, trusted.size() - from);
            List<byte[]> lines = difference.found() ? List.of() : entries.from(from, wanted);
            for (int n = 0; n < wanted; n++) {
                Hash leaf = n < lines.size() ? TreeHashing.leaf(lines.get(n)) : null;
                Hash keptLeaf = kept == null ? leaf : kept.apply(from + n);
                difference.compare(from + n, leaf, keptLeaf);
                if (keptLeaf == null) {
                    return difference.told(Verdict.ROLLED_BACK);
                }
                tree.append(keptLeaf);
                fork |= isFork(tree);
            }
            progress.accept(tree.size());
        }
        return judge(tree.root(), fork, difference);
    }

    /** Whether the tree, grown to the size of an older head, is another one. */
    private boolean isFork(CompactTree tree) {
        return older.stream()
                .anyMatch(
                        before -> before.size() == tree.size() && !before.root().equals(tree.root()));
    }

    private Finding judge(Hash root, boolean fork, Difference difference) {
        long events = trusted.size();
        if (!root.equals(trusted.root())) {
            return difference.found() || kept == null
                    ? finding(Verdict.INCONSISTENT, -1, "the events hash to another root than the checkpoint's", events)
                    : finding(Verdict.INCONSISTENT, -1, "events and leaves agree, and hash to another root", events);
        }
        if (difference.found()) {
            return difference.told(difference.missing ? Verdict.ROLLED_BACK : Verdict.NOT_INCLUDED);
        }
        return fork
                ? finding(Verdict.INCONSISTENT, -1, "this isn't a continuation of the older checkpoint", events)
                : Finding.holds("every event is the recorded one", events, trusted);
    }

    private Finding finding(Verdict verdict, long position, String detail, long events) {
        return new Finding(verdict, position, detail, events, trusted);
    }

    /** The first position at which events and kept leaves part. */
    private final class Difference {
        private long position = -1;
        private boolean missing;

        void compare(long at, @Nullable Hash leaf, @Nullable Hash keptLeaf) {
            if (position < 0 && (leaf == null || !leaf.equals(keptLeaf))) {
                position = at;
                missing = leaf == null;
            }
        }

        boolean found() {
            return position >= 0;
        }

        Finding told(Verdict verdict) {
            String detail = missing
                    ? "the events end before position " + position + ", and the checkpoint has " + trusted.size()
                    : "the event at position " + position + " isn't the recorded one";
            return finding(verdict, position, detail, position);
        }
    }
}
