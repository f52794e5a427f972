package io.jiayou.trials.breakdown;

import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.ArchiveHead;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.manifest.Signers;
import io.jiayou.archive.target.StoredFile;
import io.jiayou.archive.target.Target;
import io.jiayou.transparency.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out from what lies on a target in which step of writing the writer was killed. */
final class Traces {

    private final Target target;
    private final @Nullable Path aside;
    private final Path memory;
    private final Signers key;
    private final Set<String> seenAside = new HashSet<>();
    private long seenWithoutNote;

    /**
     * @param aside where the target's files are written before they get their names; null where nobody can look
     * @param memory the file that keeps the newest head
     * @param key of the archive
     */
    Traces(Target target, @Nullable Path aside, Path memory, Signers key) {
        this.target = target;
        this.aside = aside;
        this.memory = memory;
        this.key = key;
    }

    /** The step, if the last kill has hit one; to be asked while nobody writes. */
    Optional<String> ofLastKill() throws IOException {
        byte[] note = target.read(FileNames.HEAD, Note.LONGEST);
        if (note == null) {
            return Optional.empty();
        }
        ArchiveHead head = SignedJson.read(
                note, ArchiveHead.class, ArchiveHead.KIND, key, Place.of(target.name(), FileNames.HEAD));
        boolean half = anyNewAside();
        List<String> files = target.list("").stream().map(StoredFile::name).toList();
        boolean lines = anyNewWithoutNote(files);
        if (half) {
            return Optional.of("a file half written");
        }
        if (lines) {
            return Optional.of("lines without a note");
        }
        if (files.stream().anyMatch(file -> FileNames.setOf(FileNames.ATTACHMENTS, file) > lastSet(files))) {
            return Optional.of("attachments without their set");
        }
        if (last(FileNames.SEGMENTS, files) > head.lastSegment() || lastSet(files) > head.lastSet()) {
            return Optional.of("a note of which the head doesn't tell");
        }
        boolean remembered = Files.exists(memory) && Arrays.equals(note, Files.readAllBytes(memory));
        return remembered ? Optional.empty() : Optional.of("a head that isn't remembered");
    }

    private boolean anyNewAside() throws IOException {
        if (aside == null) {
            return false;
        }
        try (Stream<Path> files = Files.list(aside)) {
            return files.map(Path::toString).filter(seenAside::add).count() > 0;
        }
    }

    private boolean anyNewWithoutNote(List<String> files) {
        List<String> segments = files.stream()
                .filter(file -> file.startsWith(FileNames.SEGMENTS))
                .toList();
        long notes = segments.stream().filter(file -> file.endsWith(".note")).count();
        long without = segments.size() - 2 * notes;
        boolean more = without > seenWithoutNote;
        seenWithoutNote = without;
        return more;
    }

    private static long lastSet(List<String> files) {
        return last(FileNames.SETS, files);
    }

    private static long last(String folder, List<String> files) {
        return files.stream()
                .mapToLong(file -> FileNames.number(folder, file))
                .max()
                .orElse(-1);
    }
}
