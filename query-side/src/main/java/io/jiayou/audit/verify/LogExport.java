package io.jiayou.audit.verify;

import io.jiayou.transparency.Hash;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.Tile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A whole log in one ZIP file: {@code checkpoint} and {@code vkey} as they are served, {@code events.jsonl} with one
 * canonical line per event, and the tiles of the leaves under their paths, which tell where a changed event stands.
 */
public final class LogExport {

    static final String CHECKPOINT = "checkpoint";
    static final String KEY = "vkey";
    static final String EVENTS = "events.jsonl";
    static final String STATEMENTS = "read-models/";
    static final String HANDOVERS = "handovers/";
    static final String BEGINNING = "beginning";

    private LogExport() {}

    /**
     * Writes everything that a checkpoint covers.
     *
     * @param leaves the leaf that the log has kept at an index
     * @throws IOException if the stream refuses, or the events end before the checkpoint does
     */
    public static void write(
            OutputStream to, SignedCheckpoint checkpoint, String vkey, Entries events, LongFunction<Hash> leaves)
            throws IOException {
        write(to, checkpoint, vkey, events, leaves, Map.of(), Map.of(), null);
    }

    /**
     * Writes signed notes too: statements about read models under {@code read-models/}, and by which keys handed over under
     * {@code handovers/}.
     *
     * @param statements by their names
     * @param handovers by their names, oldest first
     * @param beginning how the log begins, if it does with another log's events
     */
    public static void write(
            OutputStream to,
            SignedCheckpoint checkpoint,
            String vkey,
            Entries events,
            LongFunction<Hash> leaves,
            Map<String, String> statements,
            Map<String, String> handovers,
            @Nullable String beginning)
            throws IOException {
        long size = checkpoint.unverified().head().size();
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        file(zip, CHECKPOINT, checkpoint.format().getBytes(StandardCharsets.UTF_8));
        file(zip, KEY, (vkey + "\n").getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry(EVENTS));
        long position = 0;
        while (position < size) {
            List<byte[]> lines = events.from(position, (int) Math.min(Tile.FULL, size - position));
            if (lines.isEmpty()) {
                throw new IOException("the events end at " + position + ", and the checkpoint has " + size);
            }
            for (byte[] line : lines) {
                zip.write(line);
                zip.write('\n');
            }
            position += lines.size();
        }
        zip.closeEntry();
        for (long index = 0; index * Tile.FULL < size; index++) {
            int width = (int) Math.min(Tile.FULL, size - index * Tile.FULL);
            byte[] tile = new byte[width * Hash.LENGTH];
            for (int n = 0; n < width; n++) {
                System.arraycopy(leaves.apply(index * Tile.FULL + n).bytes(), 0, tile, n * Hash.LENGTH, Hash.LENGTH);
            }
            file(zip, new Tile(0, index, width).path(), tile);
        }
        notes(zip, STATEMENTS, statements);
        notes(zip, HANDOVERS, handovers);
        if (beginning != null) {
            file(zip, BEGINNING, beginning.getBytes(StandardCharsets.UTF_8));
        }
        zip.finish();
    }

    private static void notes(ZipOutputStream zip, String under, Map<String, String> notes) throws IOException {
        for (Map.Entry<String, String> note : notes.entrySet()) {
            file(zip, under + note.getKey(), note.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void file(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
