package io.jiayou.embedded.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/** The keys of all columns; bytes sort as unsigned numbers, so everything is big-endian. */
final class Keys {

    /** Before all milliseconds that an event can have. */
    static final long NO_MOMENT = Long.MIN_VALUE;

    private static final int LONGEST_ID = 0xFFFF;

    private Keys() {}

    /** Key of an event, and value of whatever points to one: 8 bytes. */
    static byte[] index(long globalIndex) {
        return ByteBuffer.allocate(Long.BYTES).putLong(globalIndex).array();
    }

    static long index(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    /**
     * What all keys of an aggregate begin with: the id behind its length in two bytes, so that no id is the beginning
     * of another, whatever characters it has.
     *
     * @throws IllegalArgumentException if the id has more than 65,535 bytes in UTF-8
     */
    static byte[] aggregate(String aggregateId) {
        return withRoom(aggregateId, 0).array();
    }

    /** Key of an aggregate's event: {@link #aggregate} and 8 bytes of sequence. */
    static byte[] stream(String aggregateId, long sequence) {
        return withRoom(aggregateId, Long.BYTES).putLong(sequence).array();
    }

    /** The sequence at the end of a key made by {@link #stream}. */
    static long sequence(byte[] streamKey) {
        return ByteBuffer.wrap(streamKey).getLong(streamKey.length - Long.BYTES);
    }

    /** Milliseconds since 1970, the nearest that there are for moments farther away. */
    static long millis(Instant moment) {
        try {
            return moment.toEpochMilli();
        } catch (ArithmeticException tooFar) {
            return moment.isBefore(Instant.EPOCH) ? NO_MOMENT + 1 : Long.MAX_VALUE;
        }
    }

    /** Key of a moment: milliseconds since 1970 with the sign bit flipped, so that earlier moments sort first. */
    static byte[] time(long epochMillis) {
        return index(epochMillis ^ Long.MIN_VALUE);
    }

    static long time(byte[] key) {
        return index(key) ^ Long.MIN_VALUE;
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static ByteBuffer withRoom(String aggregateId, int more) {
        byte[] id = aggregateId.getBytes(UTF_8);
        if (id.length > LONGEST_ID) {
            throw new IllegalArgumentException("An aggregate id has " + id.length + " bytes, at most " + LONGEST_ID);
        }
        return ByteBuffer.allocate(Short.BYTES + id.length + more)
                .putShort((short) id.length)
                .put(id);
    }
}
