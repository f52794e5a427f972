package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.SegmentManifest;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.seal.Sha256;
import io.jiayou.archive.seal.Unsealing;
import io.jiayou.archive.seal.WrongIdentity;
import io.jiayou.audit.EventRecord;
import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TreeHashing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Opens a segment's file, and finds in it what the manifest and the tree promise, line by line. */
public final class SegmentContents {

    private final List<AgeIdentity> identities;

    SegmentContents(List<AgeIdentity> identities) {
        this.identities = List.copyOf(identities);
    }

    /** Gets each event, before the segment as a whole is known to be right. */
    public interface Reader {
        void event(long position, EventRecord event, Hash leaf);
    }

    /**
     * Reads all events of a segment.
     *
     * @param sealed its file's bytes
     * @param tree of all events before; grows to that of the segment's end
     * @throws ArchiveException WRONG_IDENTITY, ALTERED, or BAD_TREE for lines that aren't the log's
     */
    void read(SegmentManifest segment, byte[] sealed, CompactTree tree, Place place, Reader reader) {
        try (InputStream plain = Unsealing.open(new ByteArrayInputStream(sealed), identities)) {
            read(segment, plain, tree, place, reader);
        } catch (WrongIdentity e) {
            throw new ArchiveException(
                    ArchiveVerdict.WRONG_IDENTITY,
                    place,
                    "none of the identities opens it; it is for " + String.join(", ", segment.recipients()),
                    e);
        } catch (IOException e) {
            throw new ArchiveException(ArchiveVerdict.ALTERED, place, "the file can't be opened to its end", e);
        }
        if (!tree.head().equals(segment.tree().head())) {
            throw new ArchiveException(
                    ArchiveVerdict.BAD_TREE, place, "the lines don't lead to the root that the log has signed");
        }
    }

    private static void read(SegmentManifest segment, InputStream plain, CompactTree tree, Place place, Reader reader)
            throws IOException {
        MessageDigest digest = Sha256.create();
        Lines lines = new Lines(plain, SegmentManifest.LONGEST);
        long bytes = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            bytes += line.length + 1;
            if (tree.size() >= segment.next() || bytes > segment.plainBytes()) {
                throw new IOException("there are more lines than the manifest says");
            }
            digest.update(line);
            digest.update((byte) '\n');
            Hash leaf = TreeHashing.leaf(line);
            reader.event(tree.size(), event(line, tree.size(), place), leaf);
            tree.append(leaf);
        }
        if (tree.size() != segment.next()
                || bytes != segment.plainBytes()
                || !HexFormat.of().formatHex(digest.digest()).equals(segment.plainSha256())) {
            throw new IOException("the lines aren't those of the manifest");
        }
    }

    private static EventRecord event(byte[] line, long position, Place place) {
        try {
            return EventRecord.parse(line);
        } catch (IllegalArgumentException e) {
            Place exactly = new Place(place.target(), place.file(), place.segment(), position);
            throw new ArchiveException(
                    ArchiveVerdict.ALTERED, exactly, "a line isn't an event in its canonical form", e);
        }
    }
}
