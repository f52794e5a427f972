package io.jiayou.embedded.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads what {@link RecordWriter} wrote; bytes that don't add up raise an {@link EventStoreException}. */
final class RecordReader {

    private final ByteBuffer buffer;

    RecordReader(byte[] record) {
        buffer = ByteBuffer.wrap(record);
    }

    int u8() {
        expect(Byte.BYTES);
        return Byte.toUnsignedInt(buffer.get());
    }

    int i32() {
        expect(Integer.BYTES);
        return buffer.getInt();
    }

    long i64() {
        expect(Long.BYTES);
        return buffer.getLong();
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int part = u8();
            value |= (part & 0x7FL) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw damaged();
    }

    String text() {
        int length = length();
        String text = new String(buffer.array(), buffer.position(), length, UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    byte[] bytes() {
        byte[] bytes = new byte[length()];
        buffer.get(bytes);
        return bytes;
    }

    void expectEnd() {
        if (buffer.hasRemaining()) {
            throw damaged();
        }
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > buffer.remaining()) {
            throw damaged();
        }
        return (int) length;
    }

    private void expect(int bytes) {
        if (buffer.remaining() < bytes) {
            throw damaged();
        }
    }

    private static EventStoreException damaged() {
        return new EventStoreException("A stored event is damaged: its parts don't add up to its length");
    }
}
