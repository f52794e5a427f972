package io.jiayou.archive.backup;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.PrunedSet;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.manifest.Signers;
import io.jiayou.archive.seal.Sha256;
import io.jiayou.archive.target.Content;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.verify.Handovers;
import io.jiayou.archive.verify.SetReader;
import io.jiayou.archive.verify.Trust;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteSigner;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Deletes sets that no rule keeps, and key material whose time is over. Segments are never deleted: the newest set needs
 * all of them. Before a set goes, a signed note says that it goes on purpose.
 */
public final class Pruning {

    private final Target target;
    private final Trust trust;
    private final NoteSigner signer;
    private final String by;

    /**
     * @param signer the archive's
     * @param by who prunes, for the note that stays of each set
     */
    public Pruning(Target target, Trust trust, NoteSigner signer, String by) {
        this.target = target;
        this.trust = trust;
        this.signer = signer;
        this.by = by;
    }

    /** Hears of every file that was deleted, after it was. */
    public interface Listener {
        void deleted(String target, String file);
    }

    /**
     * Deletes nothing.
     *
     * @throws ArchiveException if the chain of sets isn't whole, or what the newest needs isn't there: then nothing may go
     */
    public PrunePlan plan(KeepRules rules, Instant now) throws IOException {
        SetReader reader = new SetReader(target, trust);
        List<SetManifest> sets = reader.sets();
        if (!sets.isEmpty()) {
            reader.expectRestorable(sets.getLast(), now);
        }
        return new PlanMaking(target, now).plan(sets, rules);
    }

    /**
     * Deletes exactly what the plan says. May be repeated after it broke off.
     *
     * @throws ArchiveException ALTERED if a set of the plan isn't the one that was planned for
     */
    public void execute(PrunePlan plan, Instant now, Listener listener) throws IOException {
        for (PrunePlan.Gone set : plan.sets()) {
            String note = FileNames.set(set.number());
            String found = sha256(target, set.number());
            if (!found.isEmpty()) {
                if (!found.equals(set.sha256())) {
                    throw new ArchiveException(
                            ArchiveVerdict.ALTERED, Place.of(target.name(), note), "it isn't the set that was to go");
                }
                sayGone(set, plan.rules(), now);
            }
            for (String file : set.files()) {
                delete(file, listener);
            }
            delete(note, listener);
        }
        for (String file : plan.files()) {
            delete(file, listener);
        }
    }

    private void sayGone(PrunePlan.Gone set, String rules, Instant now) throws IOException {
        byte[] archive = target.read(FileNames.set(set.number()), Note.LONGEST);
        Place place = Place.of(target.name(), FileNames.set(set.number()));
        if (archive == null) {
            throw new ArchiveException(ArchiveVerdict.MISSING, place, "the set has just gone");
        }
        Signers signers = Handovers.follow(target, trust.archive());
        SetManifest manifest = SignedJson.read(archive, SetManifest.class, SetManifest.KIND, signers, place);
        PrunedSet pruned = new PrunedSet(manifest.archive(), set.number(), now.toString(), set.sha256(), by, rules);
        target.create(FileNames.pruned(set.number()), Content.of(SignedJson.sign(pruned, signer)), null);
    }

    /** Of a set's note; empty if it isn't there. */
    static String sha256(Target target, long set) throws IOException {
        byte[] note = target.read(FileNames.set(set), Note.LONGEST);
        return note == null ? "" : Sha256.hex(note);
    }

    private void delete(String file, Listener listener) throws IOException {
        if (target.delete(file)) {
            listener.deleted(target.name(), file);
        }
    }
}
