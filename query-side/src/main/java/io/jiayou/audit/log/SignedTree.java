package io.jiayou.audit.log;

import io.jiayou.audit.EventRecords;
import io.jiayou.transparency.ConsistencyProof;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.InclusionProof;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TileLog;
import io.jiayou.transparency.TlogProof;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The log as one signed checkpoint has it. Whoever answers takes one ({@link AuditLog#newest()}) once, and everything in the
 * answer comes from it: sizes, roots and proofs that are read one by one while events arrive belong to several trees.
 * Nothing beyond the checkpoint is proved, also where the tree has grown since.
 */
public final class SignedTree {

    private static final int MOST_AT_ONCE = 500;

    private final SignedCheckpoint checkpoint;
    private final TileLog tiles;
    private final EventRecords records;

    SignedTree(SignedCheckpoint checkpoint, TileLog tiles, EventRecords records) {
        this.checkpoint = checkpoint;
        this.tiles = tiles;
        this.records = records;
    }

    TileLog tiles() {
        return tiles;
    }

    /** The same tree, cosigned. */
    SignedTree signed(SignedCheckpoint further) {
        return new SignedTree(further, tiles, records);
    }

    public SignedCheckpoint checkpoint() {
        return checkpoint;
    }

    public TreeHead head() {
        return checkpoint.unverified().head();
    }

    /** How many events it covers. */
    public long size() {
        return head().size();
    }

    /**
     * The tree over the first events.
     *
     * @param size how many
     * @throws VerificationException OUT_OF_RANGE for fewer than none, or more than the checkpoint covers
     */
    public TreeHead headAt(long size) {
        if (size < 0 || size > size()) {
            throw beyond("the checkpoint of " + size() + " events has no tree of " + size);
        }
        return size == 0 ? TreeHead.empty() : new TreeHead(size, tiles.rootAt(size));
    }

    /**
     * The leaf of the event at a position, as the log has seen it.
     *
     * @throws VerificationException OUT_OF_RANGE for a position that the checkpoint doesn't cover
     */
    public Hash leafAt(long position) {
        requireCovered(position);
        return tiles.leafAt(position);
    }

    /**
     * Proves that an event is in the log; the event's line goes along as extra data.
     *
     * @throws VerificationException OUT_OF_RANGE for a position that the checkpoint doesn't cover
     */
    public TlogProof prove(long position) {
        return proofs(position).next();
    }

    /**
     * Proves several events, some hundreds at a time: only those are read and kept that are asked for next.
     *
     * @param positions in their order
     * @throws VerificationException OUT_OF_RANGE if the checkpoint doesn't cover all of them
     */
    public Iterator<TlogProof> proofs(long... positions) {
        Arrays.stream(positions).forEach(this::requireCovered);
        return IntStream.iterate(0, first -> first < positions.length, first -> first + MOST_AT_ONCE)
                .mapToObj(first ->
                        part(Arrays.copyOfRange(positions, first, Math.min(first + MOST_AT_ONCE, positions.length))))
                .flatMap(List::stream)
                .iterator();
    }

    private List<TlogProof> part(long... positions) {
        List<InclusionProof> proofs = tiles.inclusionProofs(size(), positions);
        List<byte[]> lines = lines(positions);
        List<TlogProof> proved = new ArrayList<>(positions.length);
        for (int n = 0; n < positions.length; n++) {
            proved.add(TlogProof.of(proofs.get(n), checkpoint).withExtra(lines.get(n)));
        }
        return proved;
    }

    /** Positions that follow one another are read at once. */
    private List<byte[]> lines(long... positions) {
        List<byte[]> lines = new ArrayList<>(positions.length);
        int next = 0;
        while (next < positions.length) {
            int first = next;
            do {
                next++;
            } while (next < positions.length
                    && positions[next] == positions[next - 1] + 1
                    && next - first < MOST_AT_ONCE);
            lines.addAll(records.lines(positions[first], next - first));
        }
        return lines;
    }

    /**
     * Proves that nothing changed between two sizes.
     *
     * @throws VerificationException OUT_OF_RANGE unless 0 &lt; older ≤ newer ≤ what the checkpoint covers
     */
    public ConsistencyProof consistency(long older, long newer) {
        if (newer > size()) {
            throw beyond("the checkpoint of " + size() + " events has no tree of " + newer);
        }
        return tiles.consistencyProof(older, newer);
    }

    private void requireCovered(long position) {
        if (position < 0 || position >= size()) {
            throw beyond("the checkpoint of " + size() + " events has none at position " + position);
        }
    }

    private static VerificationException beyond(String what) {
        return new VerificationException(Verdict.OUT_OF_RANGE, what);
    }
}
