package io.jiayou.readmodel.rebuild;

import java.util.Arrays;

/**
 * Remembers in one megabyte which ids were written: says no only of those that surely weren't (a Bloom filter). Up to
 * half a million ids it errs for less than one in a hundred, which costs a look-up and nothing else.
 */
final class SeenIds {

    private static final int BITS = 1 << 23;
    private static final int PROBES = 5;

    private long[] words = {};

    /** Knows nothing, so that every id may be among them. */
    static SeenIds any() {
        SeenIds any = new SeenIds();
        any.words = new long[BITS / Long.SIZE];
        Arrays.fill(any.words, -1);
        return any;
    }

    void add(String id) {
        if (words.length == 0) {
            words = new long[BITS / Long.SIZE];
        }
        long hash = hash(id);
        for (int i = 0; i < PROBES; i++) {
            int bit = bit(hash, i);
            words[bit >>> 6] |= 1L << bit;
        }
    }

    boolean mayContain(String id) {
        if (words.length == 0) {
            return false;
        }
        long hash = hash(id);
        for (int i = 0; i < PROBES; i++) {
            int bit = bit(hash, i);
            if ((words[bit >>> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(long hash, int probe) {
        return ((int) hash + probe * (int) (hash >>> 32)) & BITS - 1;
    }

    // String.hashCode has 32 bits and collides on purpose-made ids; FNV-1a over the characters, then mixed.
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        return hash * 0x9e3779b97f4a7c15L | 1L << 32;
    }
}
