package io.jiayou.backup;

import io.jiayou.archive.manifest.Handover;
import io.jiayou.archive.manifest.Signers;
import io.jiayou.archive.seal.AgeRecipient;
import io.jiayou.archive.write.ArchiveKeys;
import io.jiayou.transparency.DurableFiles;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import io.jiayou.transparency.NoteKeyPair;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.NoteVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The key that signs the archives: {@code archive.key}, made when it is needed first. After a rotation the verifier keys of
 * those before it stay in {@code retired.vkey}, oldest first, and in {@code handovers} what each has signed for the next.
 */
public record SigningKey(NoteSigner signer, List<NoteVerifier> former, List<byte[]> handovers) {

    private static final String NAME = "archive";
    private static final String RETIRED = "retired.vkey";
    private static final String NEXT = "next.key";

    /**
     * The key of a directory, made if there is none.
     *
     * @param origin of the log whose events are archived
     */
    public static SigningKey open(Path directory, String origin) throws IOException {
        NoteSigner signer = NoteSigner.of(KeyFile.open(directory, NAME, origin + "/archive", KeyType.NOTE));
        List<byte[]> handovers = new ArrayList<>();
        for (int number = 0; Files.exists(handover(directory, number)); number++) {
            handovers.add(Files.readAllBytes(handover(directory, number)));
        }
        return new SigningKey(signer, former(directory), handovers);
    }

    /**
     * The key of a directory, where it is there already.
     *
     * @throws NoSuchFileException where it isn't: this isn't the system that writes the archive
     */
    public static SigningKey existing(Path directory) throws IOException {
        Path secret = directory.resolve(NAME + ".key");
        NoteSigner signer = NoteSigner.of(NoteKeyPair.parse(Files.readString(secret)));
        return new SigningKey(signer, former(directory), List.of());
    }

    /** Whom somebody believes who has a directory's open keys. */
    public static Signers believed(Path directory) throws IOException {
        List<NoteVerifier> all = new ArrayList<>(former(directory));
        NoteVerifier newest = NoteVerifier.parse(
                Files.readString(directory.resolve(NAME + ".vkey")).strip());
        return all.isEmpty() ? Signers.of(newest) : new Signers(all).followedBy(newest);
    }

    /**
     * Makes a new key, while no process archives. What is repeated after a crash ends what had begun.
     *
     * @return the new verifier key
     * @throws NoSuchFileException if there is no key yet
     */
    public static String rotate(Path directory) throws IOException {
        NoteSigner now = existing(directory).signer();
        Path draft = directory.resolve(NEXT);
        if (!Files.exists(draft)) {
            NoteKeyPair made = NoteKeyPair.generate(now.pair().key().name(), KeyType.NOTE);
            DurableFiles.writeSecret(draft, made.secretText().getBytes(StandardCharsets.UTF_8));
        }
        NoteSigner next = NoteSigner.of(NoteKeyPair.parse(Files.readString(draft)));
        Set<NoteVerifier> retired = new LinkedHashSet<>(former(directory));
        retired.add(now.verifier());
        write(retired, directory);
        int number = retired.size() - 1;
        Files.createDirectories(DurableFiles.parent(handover(directory, number)));
        DurableFiles.replace(handover(directory, number), Handover.note(number, now, next.verifier()));
        Files.move(draft, directory.resolve(NAME + ".key"), StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.force(directory);
        return open(directory, "").signer().verifier().key().vkey();
    }

    private static void write(Set<NoteVerifier> retired, Path directory) throws IOException {
        StringBuilder lines = new StringBuilder();
        retired.forEach(verifier -> lines.append(verifier.key().vkey()).append('\n'));
        DurableFiles.replace(directory.resolve(RETIRED), lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Path handover(Path directory, int number) {
        return directory.resolve("handovers/%06d.note".formatted(number));
    }

    private static List<NoteVerifier> former(Path directory) throws IOException {
        Path file = directory.resolve(RETIRED);
        return Files.exists(file)
                ? Files.readAllLines(file).stream().map(NoteVerifier::parse).toList()
                : List.of();
    }

    /** What archives are written with. */
    public ArchiveKeys keys(List<AgeRecipient> recipients) {
        return new ArchiveKeys(signer, recipients, former, handovers);
    }

    /** The verifier keys of all that it ever was, oldest first. */
    public List<String> vkeys() {
        return signers().keys().stream().map(verifier -> verifier.key().vkey()).toList();
    }

    /** Whose notes the archives consist of. */
    Signers signers() {
        Signers own = Signers.of(signer.verifier());
        return former.isEmpty() ? own : new Signers(former).followedBy(signer.verifier());
    }
}
