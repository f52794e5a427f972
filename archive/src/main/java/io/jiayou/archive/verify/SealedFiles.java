package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.SegmentManifest;
import io.jiayou.archive.seal.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Sealed files, as they are: whether they have the bytes that a manifest says. */
final class SealedFiles {

    private final Inventory inventory;

    SealedFiles(Inventory inventory) {
        this.inventory = inventory;
    }

    /** The bytes of a segment's file, which are those that were written. */
    byte[] segment(SegmentManifest segment, Place place) throws IOException {
        if (segment.sealedBytes() < 0 || segment.sealedBytes() > SegmentManifest.LONGEST) {
            throw new ArchiveException(ArchiveVerdict.ALTERED, place, "no segment's file is that long");
        }
        byte[] sealed = inventory.target().read(segment.file(), (int) segment.sealedBytes());
        if (sealed == null) {
            throw missing(place);
        }
        if (sealed.length != segment.sealedBytes() || !Sha256.hex(sealed).equals(segment.sealedSha256())) {
            throw otherBytes(segment, sealed, place);
        }
        return sealed;
    }

    /** Checks a file of any length. */
    void expect(String file, long bytes, String sha256, Place place) throws IOException {
        try (InputStream in = inventory.target().read(file)) {
            if (in == null) {
                throw missing(place);
            }
            MessageDigest digest = Sha256.create();
            long length = in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            if (length != bytes || !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                ArchiveVerdict verdict = length < bytes ? ArchiveVerdict.TRUNCATED : ArchiveVerdict.ALTERED;
                throw new ArchiveException(verdict, place, "the file isn't what was written");
            }
        }
    }

    private static ArchiveException missing(Place place) {
        return new ArchiveException(ArchiveVerdict.MISSING, place, "this file belongs to the archive and isn't there");
    }

    /** Other bytes may be those of another segment. */
    private ArchiveException otherBytes(SegmentManifest segment, byte[] found, Place place) throws IOException {
        String sha256 = found.length > segment.sealedBytes() ? whole(segment.file()) : Sha256.hex(found);
        SegmentManifest owner = new Manifests(inventory).ownerOf(sha256);
        if (owner != null) {
            boolean swapped = segment.sealedSha256().equals(whole(owner.file()));
            return swapped
                    ? new ArchiveException(
                            ArchiveVerdict.SWAPPED,
                            place,
                            "it is the file of segment " + owner.number() + ", and that its own")
                    : new ArchiveException(
                            ArchiveVerdict.REPEATED, place, "it is the file of segment " + owner.number() + " again");
        }
        return found.length < segment.sealedBytes()
                ? new ArchiveException(ArchiveVerdict.TRUNCATED, place, "the file was longer when it was written")
                : new ArchiveException(ArchiveVerdict.ALTERED, place, "the file isn't what was written");
    }

    private @Nullable String whole(String file) throws IOException {
        try (InputStream in = inventory.target().read(file)) {
            return in == null ? null : Sha256.hex(in);
        }
    }
}
