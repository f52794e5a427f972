package io.jiayou.audit.verify;

import io.jiayou.transparency.Hash;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.Tile;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A log in the file that {@link LogExport} wrote. Its events are one packed stream: read in their order they cost least. */
public final class ExportedLog implements Entries, Notes, AutoCloseable {

    private final ZipFile zip;
    private final SignedCheckpoint checkpoint;
    private final long size;
    private ByteLines events;
    private long next;
    private final KeptLeaves leaves;

    private ExportedLog(ZipFile zip) throws IOException {
        this.zip = zip;
        this.checkpoint = SignedCheckpoint.parse(content(LogExport.CHECKPOINT));
        this.size = checkpoint.unverified().head().size();
        this.leaves = new KeptLeaves(size, this::tile);
        this.events = new ByteLines(zip.getInputStream(entry(LogExport.EVENTS)));
    }

    /**
     * Opens a file.
     *
     * @throws VerificationException MALFORMED or MISSING if it isn't a whole export
     * @throws IOException if it can't be read
     */
    public static ExportedLog open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new VerificationException(Verdict.MALFORMED, "this is no whole export: " + e.getMessage(), e);
        }
        try {
            return new ExportedLog(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** To be verified by its log's key. */
    public SignedCheckpoint checkpoint() {
        return checkpoint;
    }

    /** The key that the export itself names: to be believed only by whoever believes the export. */
    public String ownKey() throws IOException {
        return new String(content(LogExport.KEY), StandardCharsets.UTF_8).strip();
    }

    @Override
    public List<byte[]> from(long position, int atMost) {
        List<byte[]> lines = new ArrayList<>(atMost);
        try {
            goTo(position);
            long bytes = 0;
            byte[] line = events.next();
            while (line != null) {
                lines.add(line);
                next++;
                bytes += line.length;
                Bounded.requireNoMore(bytes, Bounded.EVENTS, "what is read of the events at once");
                line = lines.size() < atMost ? events.next() : null;
            }
            return lines;
        } catch (IOException e) {
            throw new VerificationException(Verdict.MALFORMED, "the events can't be unpacked: " + e.getMessage(), e);
        }
    }

    /** Back means from the beginning: the events are one packed stream. */
    private void goTo(long position) throws IOException {
        if (position < next) {
            events = new ByteLines(zip.getInputStream(entry(LogExport.EVENTS)));
            next = 0;
        }
        while (next < position && events.next() != null) {
            next++;
        }
    }

    /** Whether there are more events than the checkpoint covers. */
    public boolean hasMore() {
        return !from(size, 1).isEmpty();
    }

    /** The leaf that the log had kept at an index. */
    public Hash leafAt(long position) {
        return leaves.at(position);
    }

    @Override
    public Map<String, byte[]> statements() {
        return notes(LogExport.STATEMENTS);
    }

    @Override
    public int statementCount() {
        return (int) zip.stream()
                .filter(entry -> entry.getName().startsWith(LogExport.STATEMENTS))
                .count();
    }

    @Override
    public List<byte[]> handovers() {
        return List.copyOf(notes(LogExport.HANDOVERS).values());
    }

    @Override
    public Optional<byte[]> beginning() {
        return zip.getEntry(LogExport.BEGINNING) == null
                ? Optional.empty()
                : Optional.of(unpacked(LogExport.BEGINNING));
    }

    private Map<String, byte[]> notes(String under) {
        Map<String, byte[]> notes = new TreeMap<>();
        long bytes = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entry.getName().startsWith(under)) {
                byte[] note = unpacked(entry.getName());
                bytes += note.length;
                Bounded.requireNoMore(bytes, Bounded.NOTES, "what is under " + under);
                notes.put(entry.getName().substring(under.length()), note);
            }
        }
        return notes;
    }

    private byte[] unpacked(String name) {
        try {
            return content(name);
        } catch (IOException e) {
            throw new VerificationException(Verdict.MALFORMED, name + " can't be unpacked: " + e.getMessage(), e);
        }
    }

    private byte[] tile(Tile tile) {
        return unpacked(tile.path());
    }

    private byte[] content(String name) throws IOException {
        try (InputStream content = zip.getInputStream(entry(name))) {
            return Bounded.read(content, Bounded.NOTE, name);
        } catch (ZipException e) {
            throw new VerificationException(Verdict.MALFORMED, name + " can't be unpacked: " + e.getMessage(), e);
        }
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new VerificationException(Verdict.MISSING, "the export has no " + name);
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
