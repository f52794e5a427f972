package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which note has to stand at which number of a chain, by what others say of it. */
final class Milestones {

    private final Map<Long, List<Milestone>> expected = new HashMap<>();
    private long reach;

    /**
     * @param events at its end, -1 if that isn't told
     * @param teller which file says so
     */
    private record Milestone(String sha256, long events, String teller) {}

    /** The chain has to reach this number, with this note. */
    void expect(long number, String sha256, long events, String teller) {
        reach = Math.max(reach, number + 1);
        remember(number, sha256, events, teller);
    }

    /** If the chain reaches this number, then with this note. */
    void remember(long number, String sha256, long events, String teller) {
        expected.computeIfAbsent(number, key -> new ArrayList<>()).add(new Milestone(sha256, events, teller));
    }

    /** How many there have to be at least. */
    long reach() {
        return reach;
    }

    /** @param number of the note that was just read, -1 for the archive's own */
    void check(long number, String sha256, long events, Place place) {
        for (Milestone one : expected.getOrDefault(number, List.of())) {
            boolean otherEvents = one.events() >= 0 && events >= 0 && one.events() != events;
            if (otherEvents || !one.sha256().equals(sha256)) {
                throw new ArchiveException(
                        ArchiveVerdict.ALTERED, place, "it isn't what " + one.teller() + " says is here");
            }
        }
    }
}
