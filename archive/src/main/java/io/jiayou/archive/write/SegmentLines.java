package io.jiayou.archive.write;

import io.jiayou.archive.seal.AgeRecipient;
import io.jiayou.archive.seal.Seal;
import io.jiayou.archive.seal.Sealing;
import io.jiayou.archive.target.Content;
import io.jiayou.audit.EventRecords;
import io.jiayou.transparency.CompactTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The sealed lines of one segment after the other, in memory that is used again. Not thread-safe. */
final class SegmentLines {

    private static final byte[] LINE_FEED = {'\n'};

    private final EventRecords events;
    private final Reused sealed = new Reused();

    SegmentLines(EventRecords events) {
        this.events = events;
    }

    /**
     * One segment's lines.
     *
     * @param content valid until the next is sealed
     * @param tree the tree at its end
     */
    record Sealed(Content content, Seal seal, CompactTree tree, Instant firstTime, Instant lastTime) {}

    /**
     * Seals the lines of the events from a tree's end on.
     *
     * @param tree of all events before; grows
     * @param end the position before which it ends at the latest
     * @param bytes of lines, after which it ends
     */
    Sealed seal(CompactTree tree, long end, int bytes, List<AgeRecipient> recipients) throws IOException {
        sealed.reset();
        long position = tree.size();
        Sealing sealing = new Sealing(sealed, recipients);
        try (sealing) {
            write(tree, end, bytes, sealing);
        }
        return new Sealed(
                Content.of(sealed.array(), sealed.size()), sealing.seal(), tree, time(position), time(tree.size() - 1));
    }

    private void write(CompactTree tree, long end, int bytes, Sealing sealing) throws IOException {
        long left = bytes;
        LinesAhead lines = new LinesAhead(events, tree.size(), end);
        while (tree.size() < end && left > 0) {
            List<LinesAhead.Line> batch = lines.next();
            for (int at = 0; at < batch.size() && left > 0; at++) {
                left -= write(batch.get(at), sealing, tree);
            }
        }
    }

    private Instant time(long position) {
        return events.from(position, 1).getFirst().time();
    }

    private static int write(LinesAhead.Line line, Sealing sealing, CompactTree tree) throws IOException {
        tree.append(line.leaf());
        sealing.write(line.bytes(), 0, line.bytes().length);
        sealing.write(LINE_FEED, 0, 1);
        return line.bytes().length + 1;
    }

    /** Its array isn't copied. */
    private static final class Reused extends ByteArrayOutputStream {

        byte[] array() {
            return buf;
        }
    }
}
