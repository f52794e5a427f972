package io.jiayou.archive.verify;

import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.ArchiveHead;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SegmentManifest;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.seal.Seal;
import io.jiayou.archive.seal.Sealing;
import io.jiayou.archive.seal.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Other events in an archive, with everything signed anew that the archive's own key signs. */
final class Forgery {

    private Forgery() {}

    static void ofLastSegment(SampleArchive archive, long number) throws IOException {
        Path file = archive.folder.resolve(FileNames.segment(number));
        SegmentManifest real = read(archive, file, SegmentManifest.class, SegmentManifest.KIND);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        Sealing sealing = new Sealing(sealed, List.of(archive.identity.recipient()));
        try (sealing) {
            for (long position = real.position(); position < real.next(); position++) {
                sealing.write(archive.history.event(position + 1_000).canonical());
                sealing.write('\n');
            }
        }
        SegmentManifest forged = forged(real, sealing.seal());
        Files.write(archive.folder.resolve(forged.file()), sealed.toByteArray());
        byte[] note = SignedJson.sign(forged, archive.signer);
        Files.write(file, note);

        Path headFile = archive.folder.resolve(FileNames.HEAD);
        ArchiveHead head = read(archive, headFile, ArchiveHead.class, ArchiveHead.KIND);
        ArchiveHead newHead = new ArchiveHead(
                head.archive(), head.events(), number, Sha256.hex(note), head.lastSet(), head.lastSetSha256());
        Files.write(headFile, SignedJson.sign(newHead, archive.signer));
    }

    private static <T> T read(SampleArchive archive, Path file, Class<T> form, String kind) throws IOException {
        return SignedJson.read(
                Files.readAllBytes(file), form, kind, archive.signer.verifier(), Place.of("test", file.toString()));
    }

    private static SegmentManifest forged(SegmentManifest real, Seal seal) {
        return new SegmentManifest(
                real.archive(),
                real.checkpoint(),
                real.events(),
                FileNames.lines(real.number(), seal.sealedSha256()),
                real.firstTime(),
                real.format(),
                real.kind(),
                real.lastTime(),
                real.next(),
                real.number(),
                seal.plainBytes(),
                seal.plainSha256(),
                real.position(),
                real.previous(),
                real.recipients(),
                seal.sealedBytes(),
                seal.sealedSha256(),
                real.subtrees());
    }
}
