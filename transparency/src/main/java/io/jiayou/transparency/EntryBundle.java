package io.jiayou.transparency;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The entries below one tile of leaf hashes (tlog-tiles): each behind its length as a big-endian uint16. */
public final class EntryBundle {

    /** The most bytes that an entry may have. */
    public static final int LONGEST_ENTRY = 0xffff;

    private EntryBundle() {}

    /**
     * Such as {@code tile/entries/x001/234.p/17}.
     *
     * @param index of the bundle, the same as of its tile
     * @param width number of entries, 1 to 256; a bundle of fewer than 256 is partial
     */
    public static String path(long index, int width) {
        Tile tile = new Tile(0, index, width);
        return "tile/entries/" + Tile.indexPath(tile.index()) + (tile.isFull() ? "" : ".p/" + width);
    }

    /** @throws VerificationException OUT_OF_RANGE for more than 256 entries, or one of more than 65,535 bytes */
    public static byte[] encode(List<byte[]> entries) {
        if (entries.size() > Tile.FULL) {
            throw new VerificationException(Verdict.OUT_OF_RANGE, "a bundle has at most 256 entries");
        }
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new VerificationException(Verdict.OUT_OF_RANGE, "an entry has at most 65,535 bytes");
            }
            bundle.write(entry.length >>> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /** @throws VerificationException MALFORMED if lengths and bytes don't add up, or for more than 256 entries */
    public static List<byte[]> decode(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.hasRemaining()) {
            int length = rest.remaining() < 2 ? Integer.MAX_VALUE : Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining() || entries.size() == Tile.FULL) {
                throw VerificationException.malformed("the bundle's lengths don't add up");
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
