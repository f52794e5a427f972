package io.jiayou.transparency;

import java.security.DigestException;
import java.security.MessageDigest;

/** How a tree is hashed (RFC 9162, section 2.1.1): a byte before each input keeps leaves and nodes apart. */
public final class TreeHashing {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final Hash EMPTY = Hash.sha256(new byte[0]);

    private TreeHashing() {}

    /** The root of a tree without leaves: the SHA-256 of nothing. */
    public static Hash empty() {
        return EMPTY;
    }

    public static Hash leaf(byte[] entry) {
        MessageDigest digest = Sha256.digest();
        digest.update(LEAF);
        digest.update(entry);
        return Hash.finished(digest);
    }

    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = Sha256.digest();
        digest.update(NODE);
        left.feed(digest);
        right.feed(digest);
        return Hash.finished(digest);
    }

    /**
     * The root of a complete subtree over hashes that stand one after the other.
     *
     * @param hashes 32 bytes each; not changed
     * @param first the first of them, counted in hashes
     * @param count how many, a power of two
     */
    static Hash complete(byte[] hashes, int first, int count) {
        if (count == 1) {
            return Hash.at(hashes, first * Hash.LENGTH);
        }
        byte[] row = new byte[count / 2 * Hash.LENGTH];
        foldPairs(hashes, first * Hash.LENGTH, row, count / 2);
        for (int pairs = count / 4; pairs > 0; pairs /= 2) {
            foldPairs(row, 0, row, pairs);
        }
        return Hash.at(row, 0);
    }

    /** Each pair's node goes where no later pair is read from, so both arrays may be the same. */
    private static void foldPairs(byte[] source, int offset, byte[] target, int pairs) {
        MessageDigest digest = Sha256.digest();
        try {
            for (int pair = 0; pair < pairs; pair++) {
                digest.update(NODE);
                digest.update(source, offset + pair * 2 * Hash.LENGTH, 2 * Hash.LENGTH);
                digest.digest(target, pair * Hash.LENGTH, Hash.LENGTH);
            }
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 has 32 bytes", e);
        }
    }
}
