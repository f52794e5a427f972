package io.jiayou.archive.backup;

import io.jiayou.archive.manifest.AttachmentKind;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SealedAttachment;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.target.StoredFile;
import io.jiayou.archive.target.Target;
import io.jiayou.transparency.Note;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what may go, at one moment. */
final class PlanMaking {

    private final Target target;
    private final Instant now;

    PlanMaking(Target target, Instant now) {
        this.target = target;
        this.now = now;
    }

    PrunePlan plan(List<SetManifest> sets, KeepRules rules) throws IOException {
        Map<Long, String> kept = rules.keep(sets);
        List<PrunePlan.Gone> gone = new ArrayList<>();
        List<Long> locked = new ArrayList<>();
        for (SetManifest set : sets) {
            if (!kept.containsKey(set.number())) {
                if (isLocked(set)) {
                    locked.add(set.number());
                } else {
                    gone.add(gone(set));
                }
            }
        }
        Set<Long> there = new HashSet<>();
        sets.forEach(set -> there.add(set.number()));
        List<String> files = expiredKeys(sets, gone);
        files.addAll(leftovers(there));
        return new PrunePlan(kept, gone, files, locked, rules.inWords());
    }

    private boolean isLocked(SetManifest set) throws IOException {
        return target.lockedUntil(FileNames.set(set.number()))
                .filter(until -> until.isAfter(now))
                .isPresent();
    }

    private PrunePlan.Gone gone(SetManifest set) throws IOException {
        List<String> files =
                set.attachments().stream().map(SealedAttachment::file).toList();
        return new PrunePlan.Gone(set.number(), Pruning.sha256(target, set.number()), set.taken(), files);
    }

    private List<String> expiredKeys(List<SetManifest> sets, List<PrunePlan.Gone> gone) throws IOException {
        Set<String> there = names(FileNames.KEYS);
        List<String> expired = new ArrayList<>();
        for (SetManifest set : sets) {
            boolean goes = gone.stream().anyMatch(one -> one.number() == set.number());
            for (SealedAttachment each : set.attachments()) {
                boolean isOver = each.kind() == AttachmentKind.KEYS && !now.isBefore(Instant.parse(each.keptUntil()));
                if (isOver && !goes && there.contains(each.file())) {
                    expired.add(each.file());
                }
            }
        }
        return expired;
    }

    /** What an execution that broke off has left of sets that are gone. */
    private List<String> leftovers(Set<Long> sets) throws IOException {
        List<String> left = new ArrayList<>();
        for (String folder : List.of(FileNames.ATTACHMENTS, FileNames.KEYS, FileNames.SETS)) {
            for (String file : names(folder)) {
                long set = FileNames.setOf(folder, file);
                boolean pruned = set >= 0 && !sets.contains(set) && isPruned(set);
                if (pruned && !file.equals(FileNames.pruned(set))) {
                    left.add(file);
                }
            }
        }
        left.sort(null);
        return left;
    }

    private boolean isPruned(long set) throws IOException {
        return target.read(FileNames.pruned(set), Note.LONGEST) != null;
    }

    private Set<String> names(String folder) throws IOException {
        Set<String> names = new HashSet<>();
        for (StoredFile file : target.list(folder)) {
            names.add(file.name());
        }
        return names;
    }
}
