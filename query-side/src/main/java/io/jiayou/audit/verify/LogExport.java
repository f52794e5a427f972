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

/**
 * A whole log in one ZIP file: {@code checkpoint} and {@code vkey} as they are served, {@code events.jsonl} with one
 * canonical line per event, and the tiles of the leaves under their paths, which tell where a changed event stands.
 */
public final class LogExport {

    static final String CHECKPOINT = "checkpoint";
    static final String KEY = "vkey";
    static final String EVENTS = "events.jsonl";
    static final String STATEMENTS = "read-models/";

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
        write(to, checkpoint, vkey, events, leaves, Map.of());
    }

    /**
     * Writes statements about read models too, under {@code read-models/}.
     *
     * @param statements signed notes by their names
     */
    public static void write(
            OutputStream to,
            SignedCheckpoint checkpoint,
            String vkey,
            Entries events,
            LongFunction<Hash> leaves,
            Map<String, String> statements)
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
        for (Map.Entry<String, String> statement : statements.entrySet()) {
            file(zip, STATEMENTS + statement.getKey(), statement.getValue().getBytes(StandardCharsets.UTF_8));
        }
        zip.finish();
    }

    private static void file(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
