package io.jiayou.audit.log;

import io.jiayou.audit.EventRecords;
import io.jiayou.audit.verify.Entries;
import io.jiayou.transparency.TreeHashing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the whole store again and again, a part at a time, and compares each event with the leaf that the log has kept.
 * The first position that differs is the damage; a store that lacks events that the log has seen is damaged there.
 */
public final class StoreCheck {

    private static final Logger LOG = LoggerFactory.getLogger(StoreCheck.class);
    private static final int SMALLEST_PART = 200;
    private static final int LARGEST_PART = 2_000;
    private static final int PARTS = 450;

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    /** What a pass over a store of small or middling size is spread over. */
    private static final Duration PASS = SHORTEST_PAUSE.multipliedBy(PARTS);

    /** Between two steps. */
    static final Duration LONGEST_PAUSE = PASS;

    private final AuditLog log;
    private final Entries entries;
    private final Alarms alarms;
    private final Clock clock;
    private volatile long position;
    private long firstDamage = Long.MAX_VALUE;
    private volatile @Nullable Pass completed;

    StoreCheck(AuditLog log, EventRecords records, Alarms alarms, Clock clock) {
        this.log = log;
        this.entries = Entries.of(records);
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Checks the next part. */
    void step() {
        SignedTree tree = log.newest();
        long size = tree.size();
        if (position >= size) {
            position = 0;
        }
        int wanted = (int) Math.min(part(size), size - position);
        long damaged = damaged(tree, position, wanted);
        if (damaged >= 0 && damaged < firstDamage) {
            firstDamage = damaged;
            alarms.raise(AlarmKind.AUDIT_DAMAGE, "the event at position " + damaged + " isn't the recorded one");
            LOG.error(
                    "Alarm {}: the event at position {} isn't the recorded one",
                    AlarmKind.AUDIT_DAMAGE.code(),
                    damaged);
        }
        position += wanted;
        if (position >= size) {
            completed = new Pass(clock.instant(), size);
        }
    }

    /** The first position that isn't as the log has seen it, -1 if there is none. */
    private long damaged(SignedTree tree, long from, int wanted) {
        List<byte[]> there = entries.from(from, wanted);
        for (int n = 0; n < wanted; n++) {
            if (n >= there.size() || !TreeHashing.leaf(there.get(n)).equals(tree.leafAt(from + n))) {
                return from + n;
            }
        }
        return -1;
    }

    private static long part(long size) {
        return Math.clamp(size / PARTS, SMALLEST_PART, LARGEST_PART);
    }

    /** How long to rest after the last step. The first pass after a start hurries: nobody has looked since the end. */
    Duration pause() {
        if (completed == null) {
            return SHORTEST_PAUSE;
        }
        long size = log.newest().size();
        long parts = Math.clamp(Math.ceilDiv(size, part(size)), 1, PARTS);
        return PASS.dividedBy(parts);
    }

    /**
     * A pass over the whole store.
     *
     * @param at when it ended
     * @param events how many it has compared
     */
    public record Pass(Instant at, long events) {}

    /** The pass that ended last, null before the first one did. */
    public @Nullable Pass completed() {
        return completed;
    }
}
