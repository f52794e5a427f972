package io.jiayou.archive.write;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.ArchiveHead;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.RememberedHead;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.seal.Sha256;
import io.jiayou.archive.target.Content;
import io.jiayou.archive.target.Target;
import io.jiayou.transparency.Note;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The open end of an archive on one target. A note counts once it has its name; the head follows it. */
final class Chain {

    private final Target target;
    private final ArchiveKeys keys;
    private final Path memory;
    private ChainEnd end;

    private Chain(Target target, ArchiveKeys keys, Path memory, ChainEnd end) {
        this.target = target;
        this.keys = keys;
        this.memory = memory;
        this.end = end;
    }

    /** @param memory the file of the remembered head */
    static Chain open(Target target, ArchiveKeys keys, String log, Path memory, Instant now) throws IOException {
        ArchiveHead remembered = RememberedHead.read(memory, keys.signers());
        ChainEnd end = new Opening(target, keys, log).open(remembered == null, now);
        Chain chain = new Chain(target, keys, memory, end);
        if (remembered != null) {
            chain.expectNotBefore(remembered);
        }
        chain.publishHead();
        return chain;
    }

    private void expectNotBefore(ArchiveHead remembered) {
        ArchiveHead here = end.head();
        if (!here.archive().equals(remembered.archive())) {
            throw wrong(ArchiveVerdict.MIXED_UP, FileNames.ARCHIVE, "another archive is there than was written last");
        }
        if (here.lastSegment() < remembered.lastSegment() || here.lastSet() < remembered.lastSet()) {
            throw wrong(ArchiveVerdict.ROLLED_BACK, FileNames.HEAD, "the archive is older than it was");
        }
        boolean sameEnd = here.lastSegment() == remembered.lastSegment();
        if (sameEnd && !here.lastSegmentSha256().equals(remembered.lastSegmentSha256())) {
            throw wrong(ArchiveVerdict.ALTERED, FileNames.segment(here.lastSegment()), "it isn't what was written");
        }
    }

    ChainEnd end() {
        return end;
    }

    /**
     * Adds a manifest.
     *
     * @param next the end behind it, from its SHA-256
     * @throws ArchiveException TAKEN if another has its number
     */
    void add(String file, Object manifest, @Nullable Instant lockedUntil, Next next) throws IOException {
        byte[] note = SignedJson.sign(manifest, keys.signer());
        if (note.length > Note.LONGEST) {
            throw new IOException(file + " would have more than 1 MiB");
        }
        target.create(file, Content.of(note), lockedUntil);
        // Made now, or by an attempt whose answer was lost, or by somebody else, also where a store decides races
        // badly.
        if (!Arrays.equals(note, target.read(file, Note.LONGEST))) {
            throw wrong(ArchiveVerdict.TAKEN, file, "another process writes to this archive");
        }
        end = next.after(Sha256.hex(note));
        publishHead();
    }

    /** Makes an end from the hash of the note that was added. */
    interface Next {
        ChainEnd after(String sha256);
    }

    private void publishHead() throws IOException {
        byte[] head = SignedJson.sign(end.head(), keys.signer());
        if (!Arrays.equals(head, target.read(FileNames.HEAD, Note.LONGEST))) {
            target.replace(FileNames.HEAD, head);
        }
        RememberedHead.write(memory, head);
    }

    private ArchiveException wrong(ArchiveVerdict verdict, String file, String message) {
        return new ArchiveException(verdict, Place.of(target.name(), file), message);
    }
}
