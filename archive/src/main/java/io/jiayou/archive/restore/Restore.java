package io.jiayou.archive.restore;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.verify.ArchiveVerifier;
import io.jiayou.archive.verify.Finding;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.verify.SetReader;
import io.jiayou.archive.verify.Trust;
import io.jiayou.archive.verify.VerifiedSegments;
import io.jiayou.audit.EventRecord;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TreeHashing;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Gives the events of an archive to a {@link Sink}. All of the archive is verified before the sink gets anything; a sink
 * that has events already has to have exactly the archive's, and is continued; at the end the sink is read again.
 */
public final class Restore {

    private static final int BATCH = 1_000;

    private final Target target;
    private final Trust trust;
    private final Known known;
    private final List<AgeIdentity> identities;
    private final InstantSource clock;

    /** @param identities at least one that opens every segment */
    public Restore(Target target, Trust trust, Known known, List<AgeIdentity> identities, InstantSource clock) {
        if (identities.isEmpty()) {
            throw new IllegalArgumentException("an archive can't be restored without an identity");
        }
        this.target = target;
        this.trust = trust;
        this.known = known;
        this.identities = List.copyOf(identities);
        this.clock = clock;
    }

    /**
     * Restores, or goes on with a restore that was interrupted.
     *
     * @param progress gets the number of events, while they are verified and again while they are written
     * @throws ArchiveException whatever the verification finds; OTHER_EVENTS if the sink has others, OUT_OF_RANGE if it
     *     has more than are to be restored, or the archive hasn't as many
     * @throws IOException if the target fails
     */
    public Restored run(Sink sink, Until until, LongConsumer progress) throws IOException {
        Finding finding = new ArchiveVerifier(target, trust, known, identities, clock).verify(progress);
        ArchiveVerdict verdict = finding.verdict();
        if (verdict != null) {
            throw new ArchiveException(verdict, finding.place(), finding.detail());
        }
        expectRange(sink, until, finding.events());
        sink.erasures(erasures());
        long before = sink.size();
        VerifiedSegments segments = VerifiedSegments.of(target, trust, identities, finding.segments());
        CompactTree tree = new CompactTree();
        boolean complete = true;
        Checkpoint newest = null;
        VerifiedSegments.Segment segment = segments.next();
        while (segment != null) {
            segment.events().forEach(sink::seen);
            complete = complete && restore(segment, sink, until, tree);
            progress.accept(tree.size());
            newest = SignedCheckpoint.parse(segment.manifest().checkpoint()).unverified();
            segment = segments.next();
        }
        expectSink(sink, tree, before);
        return new Restored(tree.head(), tree.size() - Math.min(before, tree.size()), complete, newest);
    }

    private List<String> erasures() throws IOException {
        SetReader reader = new SetReader(target, trust);
        List<SetManifest> sets = reader.sets();
        return sets.isEmpty() ? List.of() : reader.erasures(sets.getLast(), identities);
    }

    /** @return whether the segment was restored to its end */
    private boolean restore(VerifiedSegments.Segment segment, Sink sink, Until until, CompactTree tree) {
        List<EventRecord> events = segment.events();
        int wanted = 0;
        while (wanted < events.size() && !until.endsBefore(tree.size(), events.get(wanted))) {
            tree.append(segment.leaves().get(wanted));
            wanted++;
        }
        long first = segment.manifest().position();
        int there = (int) Math.clamp(sink.size() - first, 0L, wanted);
        compare(segment, there, sink);
        for (int at = there; at < wanted; at += BATCH) {
            sink.append(first + at, List.copyOf(events.subList(at, Math.min(wanted, at + BATCH))));
        }
        return wanted == events.size();
    }

    private void compare(VerifiedSegments.Segment segment, int there, Sink sink) {
        long first = segment.manifest().position();
        for (int at = 0; at < there; at += BATCH) {
            List<byte[]> found = sink.lines(first + at, Math.min(BATCH, there - at));
            for (int i = 0; i < Math.min(BATCH, there - at); i++) {
                boolean same = i < found.size()
                        && TreeHashing.leaf(found.get(i))
                                .equals(segment.leaves().get(at + i));
                if (!same) {
                    throw otherEvents(first + at + i, "the event that is there already isn't the archive's");
                }
            }
        }
    }

    private void expectRange(Sink sink, Until until, long events) {
        if (until instanceof Until.Position end && end.events() > events) {
            throw outOfRange(events, "the archive has " + events + " events, not " + end.events());
        }
        if (sink.size() > events) {
            throw outOfRange(events, "there are " + sink.size() + " events already, the archive has " + events);
        }
    }

    private ArchiveException outOfRange(long position, String message) {
        return new ArchiveException(ArchiveVerdict.OUT_OF_RANGE, new Place(target.name(), "", -1, position), message);
    }

    /** What was handed over is one thing, what is there then another: read it again. */
    private void expectSink(Sink sink, CompactTree expected, long before) {
        if (sink.size() > expected.size()) {
            throw outOfRange(expected.size(), "there were " + before + " events already, more than are to be restored");
        }
        CompactTree found = new CompactTree();
        while (found.size() < expected.size()) {
            List<byte[]> batch = sink.lines(found.size(), BATCH);
            if (batch.isEmpty()) {
                throw otherEvents(found.size(), "an event was restored and isn't there");
            }
            batch.forEach(line -> found.append(TreeHashing.leaf(line)));
        }
        Hash root = found.root();
        if (!root.equals(expected.root())) {
            throw otherEvents(-1, "what is there after the restore has another root than the archive");
        }
    }

    private ArchiveException otherEvents(long position, String message) {
        return new ArchiveException(ArchiveVerdict.OTHER_EVENTS, new Place(target.name(), "", -1, position), message);
    }
}
