package io.jiayou.archive.sample;

import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.FolderTarget;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.verify.ArchiveVerifier;
import io.jiayou.archive.verify.Finding;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.verify.Trust;
import io.jiayou.archive.write.ArchiveKeys;
import io.jiayou.archive.write.ArchiveSource;
import io.jiayou.archive.write.Archiver;
import io.jiayou.archive.write.Attachment;
import io.jiayou.archive.write.Pace;
import io.jiayou.transparency.NoteSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An archive of a {@link GrowingHistory} in a folder, with all keys at hand and a clock that is set by hand. */
public final class SampleArchive {

    public final GrowingHistory history;
    public final NoteSigner signer = NoteSigner.generate("sample.example/archive");
    public final AgeIdentity identity = AgeIdentity.generate();
    public final Path folder;
    public final Path memory;
    public final Target target;
    public Instant now = GrowingHistory.BEGIN;

    private Pace pace = new Pace(Duration.ofSeconds(60), 4_000, null);

    public SampleArchive(Path directory, String topic) throws IOException {
        this.history = new GrowingHistory(topic);
        this.folder = directory.resolve("archive");
        this.memory = directory.resolve("memory").resolve("folder.head");
        this.target = FolderTarget.open("folder", folder);
    }

    public SampleArchive pace(Duration every, int bytes) {
        pace = new Pace(every, bytes, null);
        return this;
    }

    public ArchiveKeys keys() {
        return new ArchiveKeys(signer, List.of(identity.recipient()));
    }

    /** One on the archive's own folder. */
    public Archiver archiver() {
        return archiver(target, memory);
    }

    public Archiver archiver(Target place, Path itsMemory) {
        return new Archiver(place, new ArchiveSource(history, history), keys(), pace, itsMemory, () -> now);
    }

    /** Some segments, two sets, and some segments more. */
    public SampleArchive fill() throws IOException {
        Archiver archiver = archiver();
        history.grow(40);
        archiver.flush();
        takeSet(archiver, "one");
        history.grow(25);
        archiver.flush();
        takeSet(archiver, "two");
        history.grow(30);
        archiver.flush();
        return this;
    }

    public SetManifest takeSet(Archiver archiver, String mark) throws IOException {
        return archiver.takeSet(
                List.of(
                        text("configuration.json", "{\"mark\":\"" + mark + "\"}"),
                        Attachment.keys(
                                "keys.json", now.plus(Duration.ofDays(7)), out -> out.write(bytes("k" + mark)))),
                List.of("erased-" + mark));
    }

    public static Attachment text(String name, String text) {
        return Attachment.file(name, out -> out.write(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public Trust trust() {
        return new Trust(signer.verifier(), history.log());
    }

    /** Without opening anything. */
    public Finding closed(Known known) {
        return new ArchiveVerifier(target, trust(), known, List.of(), () -> now).verify();
    }

    public Finding opened(Known known) {
        return new ArchiveVerifier(target, trust(), known, List.of(identity), () -> now).verify();
    }
}
