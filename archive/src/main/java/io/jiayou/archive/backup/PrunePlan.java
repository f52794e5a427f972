package io.jiayou.archive.backup;

import java.util.List;
import java.util.Map;

/**
 * What would be deleted, to be looked at before it is.
 *
 * @param kept sets that stay, by number, and the rule that keeps each
 * @param sets that go
 * @param files of sets that stay, or that went before, and whose time is over: key material, leftovers
 * @param locked sets that no rule keeps, and that can't be deleted yet
 * @param rules by which it was made, in words
 */
public record PrunePlan(Map<Long, String> kept, List<Gone> sets, List<String> files, List<Long> locked, String rules) {

    public PrunePlan {
        kept = Map.copyOf(kept);
        sets = List.copyOf(sets);
        files = List.copyOf(files);
        locked = List.copyOf(locked);
    }

    /**
     * A set that goes.
     *
     * @param sha256 of its note, so that no other set is taken for it
     * @param files its attachments and keys
     */
    public record Gone(long number, String sha256, String taken, List<String> files) {

        public Gone {
            files = List.copyOf(files);
        }
    }

    public boolean isEmpty() {
        return sets.isEmpty() && files.isEmpty();
    }
}
