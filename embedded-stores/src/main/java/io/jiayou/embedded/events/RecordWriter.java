package io.jiayou.embedded.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes the parts of a stored record one behind the other, big-endian, into a growing buffer. */
final class RecordWriter {

    private static final int LONGEST_VARINT = 10;

    private ByteBuffer buffer;

    RecordWriter(int expectedSize) {
        buffer = ByteBuffer.allocate(expectedSize);
    }

    RecordWriter u8(int value) {
        reserve(Byte.BYTES).put((byte) value);
        return this;
    }

    RecordWriter i32(int value) {
        reserve(Integer.BYTES).putInt(value);
        return this;
    }

    RecordWriter i64(long value) {
        reserve(Long.BYTES).putLong(value);
        return this;
    }

    RecordWriter varint(long value) {
        ByteBuffer room = reserve(LONGEST_VARINT);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            room.put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        room.put((byte) rest);
        return this;
    }

    RecordWriter text(String text) {
        return bytes(text.getBytes(UTF_8));
    }

    RecordWriter bytes(byte[] bytes) {
        varint(bytes.length);
        reserve(bytes.length).put(bytes);
        return this;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private ByteBuffer reserve(int more) {
        if (buffer.remaining() < more) {
            int size = Math.max(buffer.capacity() * 2, buffer.position() + more);
            buffer = ByteBuffer.allocate(size).put(buffer.flip());
        }
        return buffer;
    }
}
