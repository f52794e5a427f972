package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Canonical;
import io.jiayou.readmodel.documents.CanonicalHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares live documents, which go on changing, exactly with a candidate that stands still. A live document that has
 * moved on beyond the candidate's position is remembered as it was read; afterwards the candidate is folded on to just
 * that position and has to agree there.
 */
final class Comparison<V extends View> {

    private static final int NAMED = 10;

    private record Newer(String id, long position, byte[] digest) {}

    private final Canonical<V> canonical;
    private final long position;
    private final long livePosition;
    private final LongSupplier head;
    private final CanonicalHash hash = new CanonicalHash();
    private final CanonicalHash liveHash = new CanonicalHash();
    private final List<Newer> newer = new ArrayList<>();
    private final TreeSet<String> different = new TreeSet<>();
    private long differences;
    private long notCompared;
    private boolean newerOnesAgree = true;

    /**
     * @param position of the candidate
     * @param livePosition that the live generation had reached for sure before its documents are read
     * @param head tells the position of the last event that exists
     */
    Comparison(Canonical<V> canonical, long position, long livePosition, LongSupplier head) {
        this.canonical = canonical;
        this.position = position;
        this.livePosition = livePosition;
        this.head = head;
    }

    /**
     * Compares all documents, or those of one range of ids; then the ranges have to come in their order.
     *
     * @param live the live documents in the order of their ids
     */
    void compare(Candidate<V> candidate, Iterable<V> live) throws InterruptedException {
        merge(live.iterator(), candidate.inOrder().iterator());
        settleNewer(candidate);
    }

    Differences differences() {
        String expected = hash.hash();
        String actual = liveHash.hash();
        boolean known = newerOnesAgree && notCompared == 0;
        return new Differences(
                position,
                hash.documents(),
                differences,
                List.copyOf(different),
                notCompared,
                expected,
                known ? actual : null);
    }

    private void merge(Iterator<V> lives, Iterator<V> candidates) {
        V live = next(lives, null);
        V independent = next(candidates, null);
        while (live != null || independent != null) {
            int order = order(live, independent);
            compare(order <= 0 ? live : null, order >= 0 ? independent : null);
            live = order <= 0 ? next(lives, live) : live;
            independent = order >= 0 ? next(candidates, independent) : independent;
        }
    }

    private void compare(@Nullable V live, @Nullable V independent) {
        byte[] expected = independent == null ? null : canonical.digest(independent);
        if (expected != null) {
            hash.add(expected);
        }
        if (live != null && live.position() > position) {
            newer.add(new Newer(live.id(), live.position(), canonical.digest(live)));
            if (expected != null) {
                liveHash.add(expected);
            }
        } else if (independent != null && independent.position() > livePosition) {
            notCompared++;
        } else {
            byte[] actual = live == null ? null : canonical.digest(live);
            if (actual != null) {
                liveHash.add(actual);
            }
            if (!Arrays.equals(expected, actual)) {
                differs(
                        live == null
                                ? Optional.ofNullable(independent).orElseThrow().id()
                                : live.id());
            }
        }
    }

    private void settleNewer(Candidate<V> candidate) throws InterruptedException {
        newer.sort(Comparator.comparingLong(Newer::position));
        long last = newer.isEmpty() ? -1 : head.getAsLong();
        for (Newer document : newer) {
            boolean agrees = false;
            if (document.position() <= last) {
                candidate.goOnTo(document.position());
                agrees = candidate
                        .find(document.id())
                        .filter(view -> Arrays.equals(canonical.digest(view), document.digest()))
                        .isPresent();
            }
            if (!agrees) {
                newerOnesAgree = false;
                differs(document.id());
            }
        }
        newer.clear();
    }

    private void differs(String id) {
        differences++;
        different.add(id);
        if (different.size() > NAMED) {
            different.pollLast();
        }
    }

    private int order(@Nullable V live, @Nullable V independent) {
        if (live == null) {
            return 1;
        }
        return independent == null ? -1 : live.id().compareTo(independent.id());
    }

    private @Nullable V next(Iterator<V> documents, @Nullable V last) {
        if (!documents.hasNext()) {
            return null;
        }
        V next = documents.next();
        if (last != null && last.id().compareTo(next.id()) >= 0) {
            throw new IllegalStateException(
                    "%s comes after %s: the store sorts ids otherwise".formatted(next.id(), last.id()));
        }
        return next;
    }
}
