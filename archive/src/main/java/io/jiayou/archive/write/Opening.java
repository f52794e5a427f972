package io.jiayou.archive.write;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.ArchiveHead;
import io.jiayou.archive.manifest.ArchiveManifest;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.PrunedSet;
import io.jiayou.archive.manifest.SegmentManifest;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.seal.Sha256;
import io.jiayou.archive.target.Content;
import io.jiayou.archive.target.Target;
import io.jiayou.transparency.Note;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Finds the end of the archive that is on a target, or begins one on an empty target. Reads only what is at the end. */
final class Opening {

    private static final int BYTES_OF_ID = 16;

    private final Target target;
    private final ArchiveKeys keys;
    private final String log;

    Opening(Target target, ArchiveKeys keys, String log) {
        this.target = target;
        this.keys = keys;
        this.log = log;
    }

    /** @param mayBegin whether an empty target is one that never had an archive */
    ChainEnd open(boolean mayBegin, Instant now) throws IOException {
        byte[] note = target.read(FileNames.ARCHIVE, Note.LONGEST);
        if (note == null) {
            note = begin(mayBegin, now);
        }
        ArchiveManifest archive = read(note, ArchiveManifest.class, ArchiveManifest.KIND, FileNames.ARCHIVE);
        if (!archive.log().equals(log)) {
            throw wrong(ArchiveVerdict.MIXED_UP, FileNames.ARCHIVE, "an archive of another log is there");
        }
        ChainEnd end = ChainEnd.beginning(archive.archive(), Sha256.hex(note));
        handOver();
        ArchiveHead head = head(end, mayBegin);
        if (!head.archive().equals(end.archive())) {
            throw wrong(ArchiveVerdict.MIXED_UP, FileNames.HEAD, "the head is of another archive");
        }
        return setsAfter(head, segmentsAfter(head, end));
    }

    /** Before the first note of a new key: whoever believes the key before learns of it here. */
    private void handOver() throws IOException {
        for (int number = 0; number < keys.handovers().size(); number++) {
            String file = FileNames.handover(number);
            byte[] note = keys.handovers().get(number);
            target.create(file, Content.of(note), null);
            if (!Arrays.equals(note, target.read(file, Note.LONGEST))) {
                throw wrong(ArchiveVerdict.ALTERED, file, "another key was handed over to");
            }
        }
    }

    private byte[] begin(boolean mayBegin, Instant now) throws IOException {
        if (!target.list(FileNames.SEGMENTS).isEmpty()) {
            throw wrong(ArchiveVerdict.MISSING, FileNames.ARCHIVE, "there are segments, and not what they belong to");
        }
        if (!mayBegin) {
            throw wrong(
                    ArchiveVerdict.ROLLED_BACK, FileNames.ARCHIVE, "an archive was here, and nothing is left of it");
        }
        byte[] id = new byte[BYTES_OF_ID];
        new SecureRandom().nextBytes(id);
        ArchiveManifest archive = new ArchiveManifest(HexFormat.of().formatHex(id), now.toString(), log);
        byte[] note = SignedJson.sign(archive, keys.signer());
        return target.create(FileNames.ARCHIVE, Content.of(note), null) ? note : expected(FileNames.ARCHIVE);
    }

    /** There is none yet if whoever began the archive came no further. */
    private ArchiveHead head(ChainEnd beginning, boolean mayBegin) throws IOException {
        byte[] note = target.read(FileNames.HEAD, Note.LONGEST);
        if (note == null && mayBegin && target.list(FileNames.SEGMENTS).isEmpty()) {
            target.replace(FileNames.HEAD, SignedJson.sign(beginning.head(), keys.signer()));
            return beginning.head();
        }
        byte[] found = note == null ? expected(FileNames.HEAD) : note;
        return read(found, ArchiveHead.class, ArchiveHead.KIND, FileNames.HEAD);
    }

    /** The head may be one step behind: it is written after what it tells of. */
    private ChainEnd segmentsAfter(ArchiveHead head, ChainEnd beginning) throws IOException {
        ChainEnd end = beginning;
        long number = Math.max(0, head.lastSegment());
        for (byte[] note = segment(number); note != null; note = segment(++number)) {
            String file = FileNames.segment(number);
            String sha256 = Sha256.hex(note);
            SegmentManifest segment = read(note, SegmentManifest.class, SegmentManifest.KIND, file);
            boolean follows = number == head.lastSegment()
                    ? sha256.equals(head.lastSegmentSha256())
                    : segment.previous().equals(end.segmentSha256());
            if (!follows || segment.number() != number || !segment.archive().equals(end.archive())) {
                throw wrong(ArchiveVerdict.ALTERED, file, "the segment doesn't belong at the end of this archive");
            }
            end = end.at(number).withSegment(sha256, segment);
        }
        if (end.segments() <= head.lastSegment()) {
            throw wrong(ArchiveVerdict.MISSING, FileNames.segment(end.segments()), "the head tells of this segment");
        }
        return end;
    }

    private byte @Nullable [] segment(long number) throws IOException {
        return target.read(FileNames.segment(number), Note.LONGEST);
    }

    private ChainEnd setsAfter(ArchiveHead head, ChainEnd segments) throws IOException {
        SetEnd told = head.lastSet() < 0 ? null : set(head.lastSet());
        ChainEnd end = segments.withSets(head.lastSet() + 1, head.lastSetSha256(), told == null ? "" : told.taken());
        for (SetEnd next = set(end.sets()); next != null; next = set(end.sets())) {
            end = end.withSets(end.sets() + 1, next.sha256(), next.taken());
        }
        return end;
    }

    /** @param taken empty if it was pruned */
    private record SetEnd(String sha256, String taken) {}

    /** A set, whether it is there or was pruned; null if there is none of this number. */
    private @Nullable SetEnd set(long number) throws IOException {
        byte[] note = target.read(FileNames.set(number), Note.LONGEST);
        if (note != null) {
            SetManifest set = read(note, SetManifest.class, SetManifest.KIND, FileNames.set(number));
            return new SetEnd(Sha256.hex(note), set.taken());
        }
        String file = FileNames.pruned(number);
        byte[] pruned = target.read(file, Note.LONGEST);
        return pruned == null
                ? null
                : new SetEnd(read(pruned, PrunedSet.class, PrunedSet.KIND, file).setSha256(), "");
    }

    private byte[] expected(String file) throws IOException {
        byte[] note = target.read(file, Note.LONGEST);
        if (note == null) {
            throw wrong(ArchiveVerdict.MISSING, file, "this file belongs to the archive and isn't there");
        }
        return note;
    }

    private <T> T read(byte[] note, Class<T> form, String kind, String file) {
        return SignedJson.read(note, form, kind, keys.signers(), Place.of(target.name(), file));
    }

    private ArchiveException wrong(ArchiveVerdict verdict, String file, String message) {
        return new ArchiveException(verdict, Place.of(target.name(), file), message);
    }
}
