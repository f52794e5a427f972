package io.jiayou.audit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose members are texts of printable ASCII without escapes, as metadata nearly always is. It gets its
 * canonical form by sorting its members where they stand, without reading them into objects.
 */
final class PlainMembers {

    private static final int MOST = 32;

    private final byte[] json;
    private final int[] starts = new int[MOST];
    private final int[] keyEnds = new int[MOST];
    private final int[] ends = new int[MOST];
    private int members;
    private int at;

    private PlainMembers(byte[] json) {
        this.json = json;
    }

    /** The canonical form, or null for any object that isn't as plain, or isn't one. */
    static byte @Nullable [] canonical(byte[] json) {
        PlainMembers found = new PlainMembers(json);
        return found.scan() && found.sort() ? found.written() : null;
    }

    private boolean scan() {
        if (!next('{')) {
            return false;
        }
        if (next('}')) {
            return at == json.length;
        }
        do {
            if (members == MOST) {
                return false;
            }
            starts[members] = at;
            boolean key = text();
            keyEnds[members] = at;
            if (!key || !next(':') || !text()) {
                return false;
            }
            ends[members++] = at;
        } while (next(','));
        return next('}') && at == json.length;
    }

    private boolean next(char expected) {
        if (at < json.length && json[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private boolean text() {
        if (!next('"')) {
            return false;
        }
        while (at < json.length && json[at] >= ' ' && json[at] != '"' && json[at] != '\\') {
            at++;
        }
        return next('"');
    }

    /** By insertion: there are few, and they are mostly in order. Two of the same key aren't plain. */
    private boolean sort() {
        for (int member = 1; member < members; member++) {
            for (int to = member; to > 0; to--) {
                int compared = compareKeys(to - 1, to);
                if (compared == 0) {
                    return false;
                }
                if (compared < 0) {
                    break;
                }
                swap(starts, to);
                swap(keyEnds, to);
                swap(ends, to);
            }
        }
        return true;
    }

    /** Without the quotes: the closing one would come before other characters. */
    private int compareKeys(int one, int other) {
        return Arrays.compareUnsigned(
                json, starts[one] + 1, keyEnds[one] - 1, json, starts[other] + 1, keyEnds[other] - 1);
    }

    private static void swap(int[] positions, int at) {
        int before = positions[at - 1];
        positions[at - 1] = positions[at];
        positions[at] = before;
    }

    private byte[] written() {
        byte[] sorted = new byte[json.length];
        sorted[0] = '{';
        int to = 1;
        for (int member = 0; member < members; member++) {
            if (member > 0) {
                sorted[to++] = ',';
            }
            int length = ends[member] - starts[member];
            System.arraycopy(json, starts[member], sorted, to, length);
            to += length;
        }
        sorted[to] = '}';
        return sorted;
    }
}
