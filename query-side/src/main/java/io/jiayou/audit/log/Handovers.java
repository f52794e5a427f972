package io.jiayou.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jiayou.audit.verify.KeyHandover;
import io.jiayou.transparency.DurableFiles;
import io.jiayou.transparency.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** By which a log's keys handed over, one note each in {@code handovers/}, kept for ever: {@code 000000.note} is the oldest. */
final class Handovers {

    private static final String DIRECTORY = "handovers";

    private final Path directory;

    Handovers(Path log) {
        this.directory = log.resolve(DIRECTORY);
    }

    /** The notes by their names, oldest first. */
    SortedMap<String, String> all() throws IOException {
        SortedMap<String, String> notes = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(Handovers::isNote).toList()) {
                    notes.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return Collections.unmodifiableSortedMap(notes);
    }

    private static boolean isNote(Path file) {
        return file.getFileName().toString().endsWith(".note");
    }

    /** Keeps one, unless the newest is to the same key: a crash came between it and the end of the key before. */
    void keep(Note note) throws IOException {
        List<String> kept = List.copyOf(all().values());
        KeyHandover handover = KeyHandover.parse(note.text());
        if (!kept.isEmpty()) {
            String newest = Note.parse(kept.getLast()).text();
            if (KeyHandover.parse(newest).key().equals(handover.key())) {
                return;
            }
        }
        Files.createDirectories(directory);
        DurableFiles.force(DurableFiles.parent(directory));
        Path file = directory.resolve("%06d.note".formatted(kept.size()));
        DurableFiles.replace(file, note.format().getBytes(UTF_8));
    }
}
